// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/merkle.h"
#include "crypto/hash.h"

using namespace gatehouse;
using namespace gatehouse::audit;

class TestMerkle : public QObject {
    Q_OBJECT

    static constexpr std::uint64_t kSizes = 40;
    std::vector<Bytes> m_leaves;

    /// The definition of RFC 6962, 2.1, word for word: what everything else is compared with.
    [[nodiscard]] Bytes treeHash(std::uint64_t begin, std::uint64_t end) const {
        const std::uint64_t size = end - begin;
        if (size == 0) {
            return crypto::sha256("");
        }
        if (size == 1) {
            return m_leaves[begin];
        }
        std::uint64_t split = 1;
        while (split * 2 < size) {
            split *= 2;
        }
        return nodeHash(treeHash(begin, begin + split), treeHash(begin + split, end));
    }
    [[nodiscard]] RangeRoot rangeRoot() const {
        return [this](std::uint64_t begin, std::uint64_t end) -> Result<Bytes> { return treeHash(begin, end); };
    }

private slots:
    void initTestCase() {
        for (std::uint64_t i = 0; i < kSizes; ++i) {
            m_leaves.push_back(leafHash("record " + std::to_string(i)));
        }
    }

    void theEmptyTreeIsTheHashOfNothing() {
        QCOMPARE(hexEncode(Frontier().root()),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
    void knownRootsOfTheCertificateTransparencyVectors() {
        // The eight inputs and roots that the RFC 6962 implementations share (google/certificate-transparency,
        // merkle_tree_test).
        const std::vector<std::string> inputs{
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
        const std::vector<std::string> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                             "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                             "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                             "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                             "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                             "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        Frontier tree;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            tree.add(leafHash(*hexDecode(inputs[i])));
            QCOMPARE(hexEncode(tree.root()), roots[i]);
        }
    }
    void theFrontierGivesTheRootOfEverySize() {
        Frontier tree;
        for (std::uint64_t size = 0; size <= kSizes; ++size) {
            QCOMPARE(tree.root(), treeHash(0, size));
            const auto again = Frontier::parse(size, tree.serialize());
            QVERIFY(again);
            QCOMPARE(again->root(), tree.root());
            if (size < kSizes) {
                tree.add(m_leaves[size]);
            }
        }
    }
    void aFrontierOfAnotherSizeIsRefused() {
        Frontier tree;
        tree.add(m_leaves[0]);
        tree.add(m_leaves[1]);
        tree.add(m_leaves[2]);
        QVERIFY(!Frontier::parse(2, tree.serialize()));
        QVERIFY(!Frontier::parse(7, tree.serialize()));
        QVERIFY(!Frontier::parse(3, tree.serialize() + "x"));
        QVERIFY(!Frontier::parse(3, ""));
    }
    void everyLeafOfEverySizeIsProven() {
        for (std::uint64_t size = 1; size <= kSizes; ++size) {
            const Bytes root = treeHash(0, size);
            for (std::uint64_t index = 0; index < size; ++index) {
                const auto path = inclusionProof(index, size, rangeRoot());
                QVERIFY(path);
                QVERIFY(verifyInclusion(index, size, m_leaves[index], *path, root));
                QVERIFY(!verifyInclusion(index, size, m_leaves[(index + 1) % kSizes], *path, root));
                QVERIFY(!verifyInclusion(index, size, m_leaves[index], *path, treeHash(0, size - 1)));
                for (std::uint64_t other = 0; other < size; ++other) {
                    QCOMPARE(verifyInclusion(other, size, m_leaves[index], *path, root), other == index);
                }
                auto longer = *path;
                longer.push_back(root);
                QVERIFY(!verifyInclusion(index, size, m_leaves[index], longer, root));
                for (std::size_t cut = 0; cut < path->size(); ++cut) {
                    auto changed = *path;
                    changed[cut][0] = char(changed[cut][0] ^ 1);
                    QVERIFY(!verifyInclusion(index, size, m_leaves[index], changed, root));
                    changed.resize(cut);
                    QVERIFY(!verifyInclusion(index, size, m_leaves[index], changed, root));
                }
            }
        }
    }
    void everySizeExtendsEverySmallerOne() {
        for (std::uint64_t to = 0; to <= kSizes; ++to) {
            for (std::uint64_t from = 0; from <= to; ++from) {
                const auto path = consistencyProof(from, to, rangeRoot());
                QVERIFY(path);
                QVERIFY(verifyConsistency(from, to, treeHash(0, from), treeHash(0, to), *path));
                if (from == 0 || from == to) {
                    QVERIFY(path->empty());
                    continue;
                }
                QVERIFY(!verifyConsistency(from, to, treeHash(1, from + 1), treeHash(0, to), *path));
                QVERIFY(!verifyConsistency(from, to, treeHash(0, from), treeHash(0, to - 1), *path));
                for (std::size_t i = 0; i < path->size(); ++i) {
                    auto changed = *path;
                    changed[i][31] = char(changed[i][31] ^ 0x80);
                    QVERIFY(!verifyConsistency(from, to, treeHash(0, from), treeHash(0, to), changed));
                }
                auto shorter = *path;
                shorter.pop_back();
                QVERIFY(!verifyConsistency(from, to, treeHash(0, from), treeHash(0, to), shorter));
            }
        }
    }
    void whatLiesOutsideTheTreeIsRefused() {
        QCOMPARE(inclusionProof(3, 3, rangeRoot()).error().reason, std::string("audit.proof_range"));
        QCOMPARE(inclusionProof(0, 0, rangeRoot()).error().reason, std::string("audit.proof_range"));
        QCOMPARE(consistencyProof(4, 3, rangeRoot()).error().reason, std::string("audit.proof_range"));
        QVERIFY(!verifyInclusion(0, 0, "", {}, crypto::sha256("")));
        QVERIFY(!verifyConsistency(4, 3, "", "", {}));
        QVERIFY(!verifyConsistency(3, 3, "a", "a", {"x"}));
        QVERIFY(!verifyConsistency(3, 5, "a", "b", {}));
    }
};

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
