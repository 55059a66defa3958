// SPDX-License-Identifier: Apache-2.0
// Where there is no keychain: the passphrase, and what a locked console asks.
#include <QCryptographicHash>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "guards.h"
#include "master_key.h"
#include "passphrase_dialog.h"

namespace gatehouse::tests {

using console::Guards;
using console::KeySource;
using console::PassphraseDialog;
using ui::shell::BackOff;
using ui::shell::LockGuard;

namespace {

/// What the dialog says.
QString wordsOf(const QWidget& dialog) {
    QString all;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        all += label->text() + u'\n';
    }
    return all;
}

QPushButton* buttonOf(const QWidget& dialog, const char* text) {
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String(text)) {
            return button;
        }
    }
    return nullptr;
}

QLineEdit* fieldOf(const QWidget& dialog) {
    for (QLineEdit* field : dialog.findChildren<QLineEdit*>()) {
        if (!field->isHidden()) {
            return field;
        }
    }
    return nullptr;
}

class Tokens final : public ui::connect::TokenStore {
public:
    std::optional<QByteArray> kept;
    void load(const QUrl&, std::function<void(std::optional<QByteArray>)> answer) override { answer(kept); }
    void save(const QUrl&, const QByteArray&, std::function<void(bool)>) override {}
    void remove(const QUrl&) override {}
    void probe(std::function<void(bool)>) override {}
};

} // namespace

class TstPassphrase : public QObject {
    Q_OBJECT
private slots:
    void theFirstTimeNothingIsSaidToBeWrong() {
        BackOff backOff;
        const PassphraseDialog dialog(PassphraseDialog::Purpose::Open, backOff);
        QVERIFY(!wordsOf(dialog).contains(QLatin1String("wrong")));
    }

    void aWrongOneSaysSoAndCanBeTriedAgain() {
        BackOff backOff;
        backOff.wrong();
        const PassphraseDialog dialog(PassphraseDialog::Purpose::Open, backOff);
        QVERIFY(wordsOf(dialog).contains(QLatin1String("That was wrong. Try again.")));
        fieldOf(dialog)->setText(QStringLiteral("another"));
        QVERIFY(buttonOf(dialog, "Unlock")->isEnabled());
        QVERIFY(!wordsOf(dialog).contains(QLatin1String("wrong")));
    }

    void afterThreeOnlyTimeHelps() {
        BackOff backOff;
        backOff.setSecond(60'000);
        for (int i = 0; i < 3; ++i) {
            backOff.wrong();
        }
        const PassphraseDialog dialog(PassphraseDialog::Purpose::Open, backOff);
        fieldOf(dialog)->setText(QStringLiteral("another"));
        QVERIFY(!buttonOf(dialog, "Unlock")->isEnabled());
        QVERIFY(wordsOf(dialog).contains(QLatin1String("10")));
        backOff.right();
        QVERIFY(buttonOf(dialog, "Unlock")->isEnabled());
    }

    void aNewOneIsTypedTwiceAndIsNotShort() {
        BackOff backOff;
        const PassphraseDialog dialog(PassphraseDialog::Purpose::Choose, backOff);
        const auto fields = dialog.findChildren<QLineEdit*>();
        QPushButton* use = buttonOf(dialog, "Use this passphrase");
        fields.at(0)->setText(QStringLiteral("short"));
        fields.at(1)->setText(QStringLiteral("short"));
        QVERIFY(!use->isEnabled());
        fields.at(0)->setText(QStringLiteral("long enough to be one"));
        QVERIFY(!use->isEnabled());
        fields.at(1)->setText(QStringLiteral("long enough to be one"));
        QVERIFY(use->isEnabled());
    }

    void aPassphraseIsKnownAgainWithoutTheKey() {
        const QTemporaryDir folder;
        QFile salt(folder.filePath(QStringLiteral("passphrase.salt")));
        QVERIFY(salt.open(QIODevice::WriteOnly) && salt.write("AAAAAAAAAAAAAAAAAAAAAA\n") > 0);
        salt.close();
        const auto ask = [](bool first, int) {
            return first ? std::nullopt : std::optional<Secret>(Secret::copyOf("correct horse battery"));
        };
        const auto key = console::findMasterKey(folder.path(), ask, 1);
        QVERIFY(key);
        QCOMPARE(key->source, KeySource::Passphrase);
        const auto print = console::printOf(folder.path(), *key->bytes);
        QVERIFY(print);
        QVERIFY(print->digest.find(std::string(key->bytes->reveal())) == std::string::npos);
        QVERIFY(console::isPassphrase(*print, Secret::copyOf("correct horse battery")));
        QVERIFY(!console::isPassphrase(*print, Secret::copyOf("Correct horse battery")));
        QVERIFY(!console::isPassphrase(*print, Secret()));
        QVERIFY(!console::printOf(folder.filePath(QStringLiteral("elsewhere")), *key->bytes));

        const LockGuard guard = Guards::ofPassphrase(print);
        QCOMPARE(guard.ask, LockGuard::Ask::Passphrase);
        std::vector<bool> answers;
        const auto take = [&answers](bool right) { answers.push_back(right); };
        guard.check(Secret::copyOf("wrong"), take);
        QVERIFY(answers.empty()); // looked at beside the GUI thread
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(answers.size()), 1, 20'000);
        guard.check(Secret::copyOf("correct horse battery"), take);
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(answers.size()), 2, 20'000);
        QVERIFY(!answers[0] && answers[1]);
    }

    void withoutAPassphraseNothingIsAsked() {
        QCOMPARE(Guards::ofPassphrase(std::nullopt).ask, LockGuard::Ask::Nothing);
    }

    void aTokenIsAskedForUnlessTheKeychainHasIt() {
        const QByteArray digest = Guards::digestOf("ghat_one");
        const QUrl broker(QStringLiteral("https://id.example.com"));
        Tokens tokens;
        LockGuard guard;
        const auto set = [&guard](const LockGuard& given) { guard = given; };
        Guards::ofBroker(broker, digest, {}, tokens, set);
        QCOMPARE(guard.ask, LockGuard::Ask::Token);
        const auto opens = [&guard](const char* typed) {
            bool right = false;
            guard.check(Secret::copyOf(typed), [&right](bool is) { right = is; });
            return right;
        };
        QVERIFY(opens("ghat_one"));
        QVERIFY(opens(" ghat_one\n"));
        QVERIFY(!opens("ghat_two"));
        QVERIFY(!opens(""));
        tokens.kept = "ghat_two";
        Guards::ofBroker(broker, digest, {}, tokens, set);
        QCOMPARE(guard.ask, LockGuard::Ask::Token);
        tokens.kept = "ghat_one";
        Guards::ofBroker(broker, digest, {}, tokens, set);
        QCOMPARE(guard.ask, LockGuard::Ask::Nothing);
    }

    void whoSignedInSignsInAgain() {
        Tokens tokens;
        LockGuard guard;
        int asked = 0;
        Guards::ofBroker(
            QUrl(QStringLiteral("https://id.example.com")), Guards::digestOf("x"), [&asked](QWidget&) { ++asked; },
            tokens, [&guard](const LockGuard& given) { guard = given; });
        QCOMPARE(guard.ask, LockGuard::Ask::SignIn);
        QWidget page;
        guard.signIn(page);
        QCOMPARE(asked, 1);
    }

    void preferencesNameWhatKeepsTheKey() {
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        QVERIFY(Guards::keychainFeature(true).sentence.contains(QLatin1String("KWallet")));
        QVERIFY(Guards::keyFeature(KeySource::Keychain).sentence.contains(QLatin1String("KWallet")));
        qputenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
        QVERIFY(Guards::keychainFeature(true).sentence.contains(QLatin1String("Secret Service")));
        QVERIFY(!Guards::keychainFeature(false).present);
        QVERIFY(Guards::keyFeature(KeySource::Passphrase).sentence.contains(QLatin1String("passphrase")));
        QVERIFY(Guards::keyFeature(KeySource::File).sentence.contains(QLatin1String("master.key")));
        QVERIFY(Guards::keyFeature(KeySource::Memory).sentence.contains(QLatin1String("memory")));
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstPassphrase)
#include "tst_passphrase.moc"
