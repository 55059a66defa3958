<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>AboutRows</name>
    <message>
        <source>What people are shown</source>
        <translation>ما يراه الناس عنه</translation>
    </message>
    <message>
        <source>Its own page</source>
        <translation>صفحته</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>سياسة الخصوصية</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>شروط الاستخدام</translation>
    </message>
    <message>
        <source>A PNG, JPEG or WebP of at most 128 KiB. It is read once, when this is saved.</source>
        <translation>صورة PNG أو JPEG أو WebP لا تتجاوز 128 كيبيبايت. تُقرأ مرة واحدة عند الحفظ.</translation>
    </message>
    <message>
        <source>These pages are linked where people sign in or consent. Each is an https address, or empty.</source>
        <translation>تُربط هذه الصفحات حيث يسجّل الناس الدخول أو يوافقون. كل منها عنوان https أو فارغ.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Addresses of those who look after it. People do not see them.</source>
        <translation>عناوين القائمين عليه. لا يراها الناس.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no https address.</source>
        <translation>«%1» ليس عنوان https.</translation>
    </message>
</context>
<context>
    <name>AddressWarnings</name>
    <message>
        <source>No app was used through it lately.</source>
        <translation>لم يُستخدم أي تطبيق عبره مؤخرًا.</translation>
    </message>
    <message>
        <source>Apps used through it lately: %1.</source>
        <translation>التطبيقات المستخدمة عبره مؤخرًا: %1.</translation>
    </message>
    <message>
        <source>Apps that ask for it as connection=%1, or read idp=%1 in their tokens, have to be changed.</source>
        <translation>التطبيقات التي تطلبه بصيغة connection=%1 أو تقرأ idp=%1 في رموزها يجب تغييرها.</translation>
    </message>
    <message>
        <source>Another provider to us: register %1 there. People who signed in through %2 are new to it, and found again by their verified e-mail address at most.</source>
        <translation>موفّر آخر بالنسبة إلينا: سجّل %1 لديه. من سجّلوا الدخول عبر %2 جدد عليه، ولا يُعثر عليهم إلا بعنوان بريدهم الموثّق.</translation>
    </message>
</context>
<context>
    <name>AppForm</name>
    <message>
        <source>Nobody is asked</source>
        <translation>لا يُسأل أحد</translation>
    </message>
    <message>
        <source>Once, and when it wants more</source>
        <translation>مرة واحدة، وعندما يطلب المزيد</translation>
    </message>
    <message>
        <source>At each sign-in</source>
        <translation>عند كل تسجيل دخول</translation>
    </message>
    <message>
        <source>It is the company&apos;s own</source>
        <translation>هو ملك الشركة نفسها</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>المفاتيح العامة</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>What people read when they are asked to sign in.</source>
        <translation>ما يقرؤه الأشخاص عندما يُطلب منهم تسجيل الدخول.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;النوع</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>&amp;معرِّف العميل</translation>
    </message>
    <message>
        <source>Empty: one is made. It cannot be changed afterwards.</source>
        <translation>إذا تُرك فارغًا أُنشئ تلقائيًا. لا يمكن تغييره بعد ذلك.</translation>
    </message>
    <message>
        <source>For tenants</source>
        <translation>للمستأجرين</translation>
    </message>
    <message>
        <source>Their short names; all: everyone, also those to come.</source>
        <translation>أسماؤهم القصيرة؛ all: الجميع، ومن يُضاف لاحقًا.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>How it gets tokens</source>
        <translation>كيف يحصل على الرموز</translation>
    </message>
    <message>
        <source>&amp;Redirect addresses</source>
        <translation>عناوين &amp;إعادة التوجيه</translation>
    </message>
    <message>
        <source>One on each line, character by character as the app sends it.</source>
        <translation>عنوان في كل سطر، حرفًا بحرف كما يرسله التطبيق.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>What it may ask for.</source>
        <translation>ما يجوز له طلبه.</translation>
    </message>
    <message>
        <source>Ask for consent</source>
        <translation>طلب الموافقة</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>لمن هو</translation>
    </message>
    <message>
        <source>Login address</source>
        <translation>عنوان بدء الدخول</translation>
    </message>
    <message>
        <source>Where a sign-in that begins elsewhere is sent to. May stay empty.</source>
        <translation>إلى أين يُوجَّه تسجيل دخول يبدأ في مكان آخر. يمكن تركه فارغًا.</translation>
    </message>
    <message>
        <source>How it proves itself</source>
        <translation>كيف يُثبت هويته</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>الإ&amp;ثبات</translation>
    </message>
    <message>
        <source>Address of its keys</source>
        <translation>عنوان مفاتيحه</translation>
    </message>
    <message>
        <source>An https address with a JWK Set; or enter the keys below.</source>
        <translation>عنوان https يحوي JWK Set؛ أو أدخل المفاتيح أدناه.</translation>
    </message>
    <message>
        <source>A JWK Set, with public keys alone.</source>
        <translation>‏JWK Set يضم مفاتيح عامة فقط.</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>طريق العودة</translation>
    </message>
    <message>
        <source>Where people may land after signing out, one address on each line.</source>
        <translation>أين يصل الأشخاص بعد تسجيل الخروج، عنوان في كل سطر.</translation>
    </message>
    <message>
        <source>Told at</source>
        <translation>يُبلَّغ على</translation>
    </message>
    <message>
        <source>We post a logout token here when a session ends.</source>
        <translation>نرسل إلى هنا رمز خروج عندما تنتهي جلسة.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>مطلوب.</translation>
    </message>
    <message>
        <source>Choose one at least: without, it gets no tokens.</source>
        <translation>اختر واحدًا على الأقل: بدونه لا يحصل على رموز.</translation>
    </message>
    <message>
        <source>Is needed where people sign in.</source>
        <translation>مطلوب حيث يسجِّل الأشخاص الدخول.</translation>
    </message>
    <message>
        <source>Who acts for itself has to prove itself.</source>
        <translation>من يعمل باسمه الخاص عليه أن يُثبت هويته.</translation>
    </message>
    <message>
        <source>Is needed, or the keys themselves.</source>
        <translation>مطلوب، أو المفاتيح نفسها.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>السطر %1، العمود %2: ‏%3</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Who answers for it: a person&apos;s address or id.</source>
        <translation>من يتحمل مسؤوليته: عنوان شخص أو معرِّفه.</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>The last day, as year-month-day; empty: without end. From then on it is refused.</source>
        <translation>آخر يوم، سنة-شهر-يوم؛ فارغ: بلا نهاية. يُرفض بعده.</translation>
    </message>
    <message>
        <source>This is no day. Write for example 2027-12-31.</source>
        <translation>هذا ليس تاريخًا. اكتب مثلًا 2027-12-31.</translation>
    </message>
    <message>
        <source>Name in its certificate</source>
        <translation>الاسم في شهادته</translation>
    </message>
    <message>
        <source>As the authority certified it: exactly one.</source>
        <translation>كما صدَّقته السلطة: اسم واحد بالضبط.</translation>
    </message>
    <message>
        <source>Required level</source>
        <translation>المستوى المطلوب</translation>
    </message>
    <message>
        <source>Authentication levels (acr) of which any will do, besides what the tenant requires; empty: any.</source>
        <translation>مستويات مصادقة (acr) يكفي أيٌّ منها، إضافةً إلى ما يطلبه المستأجر؛ إذا تُرك فارغًا كفى أي مستوى.</translation>
    </message>
    <message>
        <source>Age of a sign-in</source>
        <translation>عمر تسجيل الدخول</translation>
    </message>
    <message>
        <source>After this, people sign in again, unless the request names an age itself; empty: any age.</source>
        <translation>بعد هذه المدة يسجّل الأشخاص الدخول من جديد، ما لم يحدّد الطلب عمرًا بنفسه؛ فارغ: أي عمر.</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>يُفتح على</translation>
    </message>
    <message>
        <source>The browser of who signs out opens this in a frame.</source>
        <translation>يفتح متصفحُ من يسجّل الخروج هذا العنوان داخل إطار.</translation>
    </message>
    <message>
        <source>A time span of at most a year: 12 h or 30 min, for example.</source>
        <translation>مدة زمنية لا تتجاوز سنة: مثلًا 12 h أو 30 min.</translation>
    </message>
    <message>
        <source>Level asked for</source>
        <translation>المستوى المطلوب تفضيلاً</translation>
    </message>
    <message>
        <source>Authentication levels (acr), best first, where a request names none; it need not be met.</source>
        <translation>مستويات المصادقة (acr)، الأفضل أولاً، حين لا يسمّي الطلب أيّاً منها؛ وليس بلوغها لازماً.</translation>
    </message>
</context>
<context>
    <name>AppModel</name>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>بلا سرّ</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>قيد التبديل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>معرِّف العميل</translation>
    </message>
    <message>
        <source>Proves itself by</source>
        <translation>يُثبت هويته بـ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيَّر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>ينتهي قريبًا</translation>
    </message>
</context>
<context>
    <name>AppWords</name>
    <message>
        <source>Web application</source>
        <translation>تطبيق ويب</translation>
    </message>
    <message>
        <source>Application in the browser</source>
        <translation>تطبيق داخل المتصفح</translation>
    </message>
    <message>
        <source>Desktop or mobile app</source>
        <translation>تطبيق سطح مكتب أو جوال</translation>
    </message>
    <message>
        <source>Machine client</source>
        <translation>عميل آلي</translation>
    </message>
    <message>
        <source>SAML application</source>
        <translation>تطبيق SAML</translation>
    </message>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>سرّ في الترويسة (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>سرّ في المتن (post)</translation>
    </message>
    <message>
        <source>Signed with its key (private_key_jwt)</source>
        <translation>موقَّع بمفتاحه (private_key_jwt)</translation>
    </message>
    <message>
        <source>Certificate of an authority (mTLS)</source>
        <translation>شهادة من سلطة تصديق (mTLS)</translation>
    </message>
    <message>
        <source>Certificate of its own (mTLS)</source>
        <translation>شهادة خاصة به (mTLS)</translation>
    </message>
    <message>
        <source>Not at all (public, PKCE only)</source>
        <translation>لا شيء (عام، PKCE فقط)</translation>
    </message>
    <message>
        <source>A person signs in (authorization code)</source>
        <translation>شخص يسجِّل الدخول (authorization code)</translation>
    </message>
    <message>
        <source>It stays signed in (refresh token)</source>
        <translation>يبقى مسجَّل الدخول (refresh token)</translation>
    </message>
    <message>
        <source>It acts for itself (client credentials)</source>
        <translation>يعمل باسمه الخاص (client credentials)</translation>
    </message>
    <message>
        <source>It exchanges tokens (token exchange)</source>
        <translation>يستبدل الرموز (token exchange)</translation>
    </message>
    <message>
        <source>It comes with a token of an issuer it trusts (JWT bearer)</source>
        <translation>يأتي برمز من جهة إصدار موثوقة (JWT bearer)</translation>
    </message>
    <message>
        <source>A person signs in on another device (device code)</source>
        <translation>شخص يسجِّل الدخول على جهاز آخر (device code)</translation>
    </message>
</context>
<context>
    <name>AppsPanel</name>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Add app</source>
        <translation>إضافة تطبيق</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Give this to the app</source>
        <translation>أعطِ هذا للتطبيق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>What this company&apos;s people sign in to, and programs that act for themselves.</source>
        <translation>ما يسجِّل فيه أفراد هذه الشركة الدخول، والبرامج التي تعمل باسمها الخاص.</translation>
    </message>
    <message>
        <source>Register an app (Ctrl+N)</source>
        <translation>تسجيل تطبيق (Ctrl+N)</translation>
    </message>
    <message>
        <source>Which apps</source>
        <translation>أيُّ التطبيقات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>عملاء آليون</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>البوابة العامة</translation>
    </message>
    <message>
        <source>Apps for people of several tenants</source>
        <translation>تطبيقات لأشخاص من عدة مستأجرين</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>مقتطفات</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>أقسام التطبيق</translation>
    </message>
    <message>
        <source>Delete this app</source>
        <translation>حذف هذا التطبيق</translation>
    </message>
    <message>
        <source>The address is in the draft. Review and apply it.</source>
        <translation>العنوان في المسودة. راجعها وطبِّقها.</translation>
    </message>
    <message>
        <source>Add an app</source>
        <translation>إضافة تطبيق</translation>
    </message>
    <message>
        <source>Rename the app</source>
        <translation>إعادة تسمية التطبيق</translation>
    </message>
    <message>
        <source>Delete the app</source>
        <translation>حذف التطبيق</translation>
    </message>
    <message>
        <source>No machine client yet. Programs that act for themselves are registered here.</source>
        <translation>لا عميل آليًّا بعد. تُسجَّل هنا البرامج التي تعمل باسمها الخاص.</translation>
    </message>
    <message>
        <source>No app of the front door yet. It serves people of several tenants.</source>
        <translation>لا تطبيق للبوابة العامة بعد. يخدم أشخاصًا من عدة مستأجرين.</translation>
    </message>
    <message>
        <source>No app yet. People have nothing to sign in to.</source>
        <translation>لا تطبيق بعد. لا يوجد ما يسجِّل الأشخاص الدخول إليه.</translation>
    </message>
    <message>
        <source>Select an app to see its addresses, secrets and settings.</source>
        <translation>اختر تطبيقًا لعرض عناوينه وأسراره وإعداداته.</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>تطبيق جديد</translation>
    </message>
    <message>
        <source>For people of several tenants, at the front door.</source>
        <translation>لأشخاص من عدة مستأجرين، عند البوابة العامة.</translation>
    </message>
    <message>
        <source>Its client id and secret are made when you apply.</source>
        <translation>يُنشأ معرِّف العميل والسرّ عند التطبيق.</translation>
    </message>
    <message>
        <source>For tenants</source>
        <translation>للمستأجرين</translation>
    </message>
    <message>
        <source>all, also those to come</source>
        <translation>الجميع، ومن يُضاف لاحقًا</translation>
    </message>
    <message>
        <source>Proves itself by</source>
        <translation>يُثبت هويته بـ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>سُجِّل</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيَّر</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>معرِّف العميل</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>التفويض</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>User info</source>
        <translation>معلومات المستخدم</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>صحِّح الحقول المعلَّمة أولًا</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>اطَّلع على ما سيتغير ثم طبِّقه (Ctrl+S)</translation>
    </message>
    <message>
        <source>Made a secret. The old one works for another day.</source>
        <translation>أُنشئ سرّ. يبقى القديم صالحًا ليوم آخر.</translation>
    </message>
    <message>
        <source>The old secret of %1 counts no more.</source>
        <translation>لم يعد السرّ القديم لـ %1 صالحًا.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Delete the app %1?</source>
        <translation>حذف التطبيق %1؟</translation>
    </message>
    <message>
        <source>Ctrl+Z registers it again, with the same client id and a new secret.</source>
        <translation>يعيد Ctrl+Z تسجيله بمعرِّف العميل نفسه وسرٍّ جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) use it now</source>
        <translation>
            <numerusform>لا أحد يستعمله الآن (%n)</numerusform>
            <numerusform>شخص واحد يستعمله الآن</numerusform>
            <numerusform>شخصان يستعملانه الآن</numerusform>
            <numerusform>%n أشخاص يستعملونه الآن</numerusform>
            <numerusform>%n شخصًا يستعملونه الآن</numerusform>
            <numerusform>%n شخص يستعملونه الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) end, with their tokens</source>
        <translation>
            <numerusform>لا ينتهي أيُّ تفويض (%n)</numerusform>
            <numerusform>ينتهي تفويض واحد برموزه</numerusform>
            <numerusform>ينتهي تفويضان برموزهما</numerusform>
            <numerusform>تنتهي %n تفويضات برموزها</numerusform>
            <numerusform>ينتهي %n تفويضًا برموزها</numerusform>
            <numerusform>ينتهي %n تفويض برموزها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on without it</source>
        <translation>
            <numerusform>لا جلسات تستمر بدونه (%n)</numerusform>
            <numerusform>تستمر جلسة واحدة بدونه</numerusform>
            <numerusform>تستمر جلستان بدونه</numerusform>
            <numerusform>تستمر %n جلسات بدونه</numerusform>
            <numerusform>تستمر %n جلسة بدونه</numerusform>
            <numerusform>تستمر %n جلسة بدونه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>لا تسجيل دخول في آخر 24 ساعة (%n)</numerusform>
            <numerusform>تسجيل دخول واحد في آخر 24 ساعة</numerusform>
            <numerusform>تسجيلا دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عمليات تسجيل دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عملية تسجيل دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عملية تسجيل دخول في آخر 24 ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>جرِّبه</translation>
    </message>
    <message>
        <source>Try the app</source>
        <translation>تجربة التطبيق</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>بلا نهاية</translation>
    </message>
    <message>
        <source>New client secret</source>
        <translation>سرّ عميل جديد</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>سرّ العميل</translation>
    </message>
    <message>
        <source>%1 proves itself with it. It is shown this once and kept nowhere: copy it into the app, or make another one later.</source>
        <translation>يُثبت %1 هويته به. يظهر هذه المرة فقط ولا يُحفظ في أي مكان: انسخه إلى التطبيق، أو أنشئ غيره لاحقًا.</translation>
    </message>
</context>
<context>
    <name>AttributeRulesModel</name>
    <message>
        <source>Attribute</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>From claim</source>
        <translation>من claim</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>ثم</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>إلزامية</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>الناتج</translation>
    </message>
</context>
<context>
    <name>AuditExport</name>
    <message>
        <source>Audit log of %1</source>
        <translation>سجل تدقيق %1</translation>
    </message>
</context>
<context>
    <name>AuditFilter</name>
    <message>
        <source>There is no field “%1”. Known are: %2.</source>
        <translation>لا يوجد حقل باسم «%1». الحقول المتاحة: %2.</translation>
    </message>
    <message>
        <source>Say which %1.</source>
        <translation>حدّد قيمة %1.</translation>
    </message>
    <message>
        <source>An outcome is success, failure or denied.</source>
        <translation>النتيجة إما success أو failure أو denied.</translation>
    </message>
    <message>
        <source>Write a time as 15m, 12h, 7d, 2w or 2026-03-01.</source>
        <translation>اكتب الوقت بصيغة 15m أو 12h أو 7d أو 2w أو 2026-03-01.</translation>
    </message>
    <message>
        <source>“%1” cannot be excluded.</source>
        <translation>لا يمكن استثناء «%1».</translation>
    </message>
    <message>
        <source>No event is called “%1”. Write actor:, target: or another field before it.</source>
        <translation>لا يوجد حدث باسم «%1». اكتب قبله actor: أو target: أو حقلًا آخر.</translation>
    </message>
    <message>
        <source>A quotation mark is missing.</source>
        <translation>تنقص علامة اقتباس.</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>الفاعل</translation>
    </message>
    <message>
        <source>What</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>نجاح</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>فشل</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Records over time</source>
        <translation>القيود عبر الزمن</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>القيد</translation>
    </message>
    <message>
        <source>Follow this user</source>
        <translation>تتبّع هذا المستخدم</translation>
    </message>
    <message>
        <source>Follow this login</source>
        <translation>تتبّع عملية الدخول هذه</translation>
    </message>
    <message>
        <source>Show the login</source>
        <translation>عرض عملية الدخول</translation>
    </message>
    <message>
        <source>Everything that happened, chained so that it shows.</source>
        <translation>كل ما جرى، في سلسلة مترابطة تكشف أي عبث.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. The log is running.</source>
        <translation>لم يُسجَّل شيء بعد. السجل يعمل.</translation>
    </message>
    <message>
        <source>Select a record to see who did what, and what changed.</source>
        <translation>حدّد قيدًا لترى من فعل ماذا وما الذي تغيّر.</translation>
    </message>
    <message>
        <source>Exporting, %1 so far: stop</source>
        <translation>جارٍ التصدير، %1 حتى الآن: إيقاف</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>أُوقف التصدير، ولم يُكتب أي ملف.</translation>
    </message>
    <message>
        <source>Pause the live view</source>
        <translation>إيقاف العرض مؤقتًا</translation>
    </message>
    <message>
        <source>Audit log of %1</source>
        <translation>سجل تدقيق %1</translation>
    </message>
    <message>
        <source>There is no login with the reference %1.</source>
        <translation>لا توجد عملية دخول بالمرجع %1.</translation>
    </message>
    <message>
        <source>Record #%1</source>
        <translation>القيد #%1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>+%1 جديد</translation>
    </message>
    <message>
        <source>Live view, press to pause</source>
        <translation>العرض مباشر، اضغط لإيقافه مؤقتًا</translation>
    </message>
    <message>
        <source>Live view paused, %1 new records, press to go on</source>
        <translation>العرض المباشر متوقف مؤقتًا، القيود الجديدة: %1، اضغط للمتابعة</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>متابعة (Space)</translation>
    </message>
    <message>
        <source>Pause the live view (Space)</source>
        <translation>إيقاف العرض المباشر مؤقتًا (Space)</translation>
    </message>
    <message>
        <source>Exporting: stop</source>
        <translation>جارٍ التصدير: إيقاف</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>إيقاف التصدير</translation>
    </message>
    <message>
        <source>Exported %1 records to %2, with a manifest beside it.</source>
        <translation>صُدِّرت القيود (%1) إلى %2، ومعها ملف بيان.</translation>
    </message>
    <message>
        <source>The export could not be finished; no file was written.</source>
        <translation>تعذّر إكمال التصدير، ولم يُكتب أي ملف.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Follow this object</source>
        <translation>تتبّع هذا العنصر</translation>
    </message>
    <message>
        <source>No events in this range. The log is running: it holds %1 records.</source>
        <translation>لا أحداث في هذا النطاق. السجل يعمل، وفيه من القيود: %1.</translation>
    </message>
    <message>
        <source>Widen range</source>
        <translation>توسيع النطاق</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>القيود: %1</translation>
    </message>
    <message>
        <source>Verify the audit log of %1</source>
        <translation>التحقّق من سجل تدقيق %1</translation>
    </message>
    <message>
        <source>Export of the audit log of %1</source>
        <translation>تصدير سجل تدقيق %1</translation>
    </message>
</context>
<context>
    <name>AuthoritiesField</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1، حتى %2</translation>
    </message>
    <message>
        <source>Trust no longer</source>
        <translation>إلغاء الثقة</translation>
    </message>
    <message>
        <source>Trust these authorities no longer</source>
        <translation>إلغاء الثقة بهذه السلطات</translation>
    </message>
    <message>
        <source>Certificates that this machine cannot read</source>
        <translation>شهادات لا يستطيع هذا الجهاز قراءتها</translation>
    </message>
</context>
<context>
    <name>BackOff</name>
    <message numerus="yes">
        <source>That was wrong. The next try in %n second(s).</source>
        <translation>
            <numerusform>هذا خطأ. حاول الآن.</numerusform>
            <numerusform>هذا خطأ. المحاولة التالية بعد ثانية واحدة.</numerusform>
            <numerusform>هذا خطأ. المحاولة التالية بعد ثانيتين.</numerusform>
            <numerusform>هذا خطأ. المحاولة التالية بعد %n ثوانٍ.</numerusform>
            <numerusform>هذا خطأ. المحاولة التالية بعد %n ثانية.</numerusform>
            <numerusform>هذا خطأ. المحاولة التالية بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was wrong. Try again.</source>
        <translation>هذا خطأ. حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Unchanged</source>
        <translation>لم تتغيّر</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محظورة</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّرت</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1: من %2 إلى %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما يتغيّر</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>Close the list</source>
        <translation>إغلاق القائمة</translation>
    </message>
    <message>
        <source>No login of this provider is recorded yet. Make a sign-in and it is tried here too.</source>
        <translation>لم تُسجَّل بعد أي عملية دخول من هذا الموفّر. سجّل الدخول به مرة لتُجرَّب العملية هنا أيضًا.</translation>
    </message>
    <message numerus="yes">
        <source>Against the last %n login(s): %1 unchanged, %2 changed, %3 blocked.</source>
        <translation>
            <numerusform>نتيجة آخر %n عملية دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
            <numerusform>نتيجة آخر عملية دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
            <numerusform>نتيجة آخر عمليتَي دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
            <numerusform>نتيجة آخر %n عمليات دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
            <numerusform>نتيجة آخر %n عملية دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
            <numerusform>نتيجة آخر %n عملية دخول: %1 بلا تغيير، %2 متغيّرة، %3 محظورة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n changed</source>
        <translation>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
            <numerusform>عرض المتغيّرة (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n blocked</source>
        <translation>
            <numerusform>عرض المحظورة (%n)</numerusform>
            <numerusform>عرض المحظورة (%n)</numerusform>
            <numerusform>عرض المحظورة (%n)</numerusform>
            <numerusform>عرض المحظورة (%n)</numerusform>
            <numerusform>عرض المحظورة (%n)</numerusform>
            <numerusform>عرض المحظورة (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Running the last logins against this mapping …</source>
        <translation>جارٍ تطبيق هذا التعيين على آخر عمليات الدخول …</translation>
    </message>
    <message>
        <source>Logins under this mapping</source>
        <translation>عمليات تسجيل الدخول وفق هذا الربط</translation>
    </message>
    <message numerus="yes">
        <source>Show %n unchanged</source>
        <translation>
            <numerusform>لا شيء دون تغيير</numerusform>
            <numerusform>عرض واحدة دون تغيير</numerusform>
            <numerusform>عرض اثنتين دون تغيير</numerusform>
            <numerusform>عرض %n دون تغيير</numerusform>
            <numerusform>عرض %n دون تغيير</numerusform>
            <numerusform>عرض %n دون تغيير</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrokerMonitor</name>
    <message>
        <source>Nothing came back in %1 s.</source>
        <translation>لم يصل أي رد خلال %1 ث.</translation>
    </message>
</context>
<context>
    <name>BrokerSignIn</name>
    <message>
        <source>The identity provider did not sign you in strongly enough: %1</source>
        <translation>لم يسجّل موفّر الهوية دخولك بالقوة الكافية: %1</translation>
    </message>
    <message>
        <source>Nobody signed in within ten minutes.</source>
        <translation>لم يسجّل أحد الدخول خلال عشر دقائق.</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>لا رد من %1: %2</translation>
    </message>
    <message>
        <source>%1 is not an issuer of a broker (HTTP %2).</source>
        <translation>%1 ليس issuer لوسيط (HTTP %2).</translation>
    </message>
    <message>
        <source>What answers at %1 calls itself by another name.</source>
        <translation>الخادم الذي يرد على %1 يعرّف نفسه باسم آخر.</translation>
    </message>
    <message>
        <source>The metadata of %1 names addresses of another host.</source>
        <translation>تتضمن البيانات الوصفية لـ %1 عناوين على مضيف آخر.</translation>
    </message>
    <message>
        <source>No port for the way back from the browser: %1</source>
        <translation>لا يوجد منفذ لتلقّي رد المتصفح: %1</translation>
    </message>
    <message>
        <source>The answer came from another issuer than the one that was asked.</source>
        <translation>جاء الرد من issuer غير الذي وُجِّه إليه الطلب.</translation>
    </message>
    <message>
        <source>The sign-in was refused: %1</source>
        <translation>رُفض تسجيل الدخول: %1</translation>
    </message>
    <message>
        <source>The broker refused (%1): %2</source>
        <translation>رفض الوسيط الطلب (%1): %2</translation>
    </message>
    <message>
        <source>The browser came back without an answer.</source>
        <translation>عاد المتصفح بلا رد.</translation>
    </message>
    <message>
        <source>The broker gave no token (%1).</source>
        <translation>لم يُصدر الوسيط رمزًا (%1).</translation>
    </message>
    <message>
        <source>You signed in, and you administer nothing there. Somebody who may must appoint you: gatehousectl admin create</source>
        <translation>سجَّلت الدخول، لكنك لا تدير شيئًا هناك. يجب أن يعيّنك من يملك الصلاحية: gatehousectl admin create</translation>
    </message>
</context>
<context>
    <name>BundleWindow</name>
    <message>
        <source>%1 is no sign-in bundle, or one of a newer version.</source>
        <translation>%1 ليس حزمة تسجيل دخول، أو هو من إصدار أحدث.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2 %3.</source>
        <translation>تتعذّر قراءة %1: %2 %3.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>يتعذّر فتح %1: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than any sign-in bundle.</source>
        <translation>%1 أكبر من أي حزمة تسجيل دخول.</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (للقراءة فقط)</translation>
    </message>
    <message>
        <source>Sign-in %1</source>
        <translation>تسجيل الدخول %1</translation>
    </message>
    <message>
        <source>Read-only, from a file: exported by Gatehouse %1, %2.</source>
        <translation>للقراءة فقط، من ملف: صدّره Gatehouse %1، %2.</translation>
    </message>
    <message>
        <source>This file was changed since it was exported.</source>
        <translation>عُدِّل هذا الملف بعد تصديره.</translation>
    </message>
    <message>
        <source>Its digest does not fit its content. Do not rely on what it shows.</source>
        <translation>بصمته لا تطابق محتواه. لا تعتمد على ما يعرضه.</translation>
    </message>
    <message>
        <source>The configuration of the sign-in</source>
        <translation>إعدادات تسجيل الدخول</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>CatalogDialog</name>
    <message>
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Data catalog</source>
        <translation>دليل البيانات</translation>
    </message>
    <message>
        <source>A person may have several</source>
        <translation>يمكن أن يكون للشخص عدة قيم</translation>
    </message>
    <message>
        <source>Describe another</source>
        <translation>وصف عنصر آخر</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Data catalog of %1</source>
        <translation>دليل بيانات %1</translation>
    </message>
    <message>
        <source>Address at which the catalog is published</source>
        <translation>العنوان الذي يُنشر فيه الدليل</translation>
    </message>
    <message>
        <source>Nothing is described yet. What you describe here, directories may write.</source>
        <translation>لا يوجد وصف بعد. ما تصفه هنا يمكن لأدلة المستخدمين كتابته.</translation>
    </message>
    <message>
        <source>Directories see and write it no more; what they wrote is not shown</source>
        <translation>لا تراه الأدلة ولا تكتبه بعد ذلك؛ وما كتبته لا يُعرض</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Published at:</source>
        <translation>منشور في:</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>عنصر</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>Of the attribute, such as badgeNumber.</source>
        <translation>اسم السمة، مثل badgeNumber.</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Several</source>
        <translation>&amp;عدة قيم</translation>
    </message>
    <message>
        <source>&amp;Allowed values</source>
        <translation>القيم ال&amp;مسموح بها</translation>
    </message>
    <message>
        <source>Of a text, with commas between them; empty for any.</source>
        <translation>لنص، تفصل بينها فواصل؛ فارغ لأي قيمة.</translation>
    </message>
    <message>
        <source>&amp;Meaning</source>
        <translation>ال&amp;معنى</translation>
    </message>
    <message>
        <source>&amp;Used for</source>
        <translation>يُ&amp;ستخدم من أجل</translation>
    </message>
    <message>
        <source>With commas between them.</source>
        <translation>تفصل بينها فواصل.</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>ال&amp;فئات</translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>وصف</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Looking at %1</source>
        <translation>جارٍ فحص %1</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the authority&apos;s owner tells you. It will be trusted for this one connection, and for nothing else.</source>
        <translation>قارن البصمة بما يخبرك به مالك السلطة. ستكون موثوقة لهذا الاتصال وحده، لا لغيره.</translation>
    </message>
    <message>
        <source>Open a certificate file</source>
        <translation>فتح ملف شهادة</translation>
    </message>
    <message>
        <source>Trust this CA</source>
        <translation>الوثوق بهذه السلطة</translation>
    </message>
    <message>
        <source>Certificates of %1</source>
        <translation>شهادات %1</translation>
    </message>
    <message>
        <source>Certificates, the server&apos;s own first</source>
        <translation>الشهادات، شهادة الخادم أولًا</translation>
    </message>
    <message>
        <source>Of the authority that signed what the server shows, in PEM form</source>
        <translation>شهادة السلطة التي وقّعت ما يعرضه الخادم، بصيغة PEM</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close the certificates</source>
        <translation>إغلاق الشهادات</translation>
    </message>
    <message>
        <source>No certificate came from %1.</source>
        <translation>لم تصل أي شهادة من %1.</translation>
    </message>
    <message>
        <source>The certificate is trusted here.</source>
        <translation>الشهادة موثوقة هنا.</translation>
    </message>
    <message>
        <source>%1 (authority)</source>
        <translation>%1 (سلطة)</translation>
    </message>
    <message>
        <source>The server sends no authority&apos;s certificate. Ask the provider&apos;s administrator for that of &quot;%1&quot; and open its file. It will be trusted for this one connection, and for nothing else.</source>
        <translation>لا يرسل الخادم شهادة سلطة. اطلب من مسؤول الموفّر شهادة «%1» وافتح ملفها. ستكون موثوقة لهذا الاتصال وحده، لا لغيره.</translation>
    </message>
    <message>
        <source>Certificate of an authority</source>
        <translation>شهادة سلطة</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>شهادات (*.pem *.crt *.cer);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than 64 KiB.</source>
        <translation>لا يمكن قراءة %1، أو أنه أكبر من 64 كيبيبايت.</translation>
    </message>
    <message>
        <source>%1 (authority, from the file)</source>
        <translation>%1 (سلطة، من الملف)</translation>
    </message>
    <message>
        <source>For this one connection</source>
        <translation>لهذا الاتصال وحده</translation>
    </message>
    <message>
        <source>Choose an authority: this is a server&apos;s own certificate</source>
        <translation>اختر سلطة: هذه شهادة الخادم نفسه</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>صاحب الشهادة</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>أصدرها</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالحة حتى</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>This authority did not sign what the server shows.</source>
        <translation>لم توقّع هذه السلطة ما يعرضه الخادم.</translation>
    </message>
    <message>
        <source>Ask who did: the issuer of its last certificate.</source>
        <translation>اسأل من وقّعها: مُصدر شهادته الأخيرة.</translation>
    </message>
    <message>
        <source>This is a server&apos;s own certificate, not an authority&apos;s.</source>
        <translation>هذه شهادة خادم، لا شهادة سلطة.</translation>
    </message>
    <message>
        <source>This authority has expired.</source>
        <translation>انتهت صلاحية هذه السلطة.</translation>
    </message>
    <message>
        <source>This is no certificate in PEM form.</source>
        <translation>هذه ليست شهادة بصيغة PEM.</translation>
    </message>
    <message>
        <source>There is no certificate to look at.</source>
        <translation>لا توجد شهادة لعرضها.</translation>
    </message>
</context>
<context>
    <name>CertificateNameField</name>
    <message>
        <source>Subject</source>
        <translation>صاحب الشهادة</translation>
    </message>
    <message>
        <source>DNS name</source>
        <translation>اسم DNS</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>عنوان IP</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>عنوان البريد</translation>
    </message>
    <message>
        <source>Kind of name in the certificate</source>
        <translation>نوع الاسم في الشهادة</translation>
    </message>
    <message>
        <source>Name in the certificate</source>
        <translation>الاسم في الشهادة</translation>
    </message>
</context>
<context>
    <name>ChainBadge</name>
    <message>
        <source>Not verified yet</source>
        <translation>لم يتم التحقق بعد</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>التحقق الآن</translation>
    </message>
    <message>
        <source>Verify the audit chain now</source>
        <translation>التحقق من سلسلة التدقيق الآن</translation>
    </message>
    <message>
        <source>Proves that no record was taken away, moved or put in since the last signed tree head</source>
        <translation>يثبت أنه لم يُحذف أي قيد أو يُنقل أو يُدرج منذ آخر رأس شجرة موقّع</translation>
    </message>
    <message>
        <source>Verifying …</source>
        <translation>جارٍ التحقق …</translation>
    </message>
    <message>
        <source>The broker does not find the records that it signed before, as they were.</source>
        <translation>لا يجد الوسيط القيود التي وقّعها من قبل بالصورة التي كانت عليها.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>لم يتم التحقق</translation>
    </message>
    <message>
        <source>The log is shorter than this console has seen it.</source>
        <translation>السجل أقصر مما رأته وحدة التحكم هذه من قبل.</translation>
    </message>
    <message>
        <source>The chain has no gap since the tree head that was signed before.</source>
        <translation>لا فجوة في السلسلة منذ رأس الشجرة الموقّع سابقًا.</translation>
    </message>
    <message>
        <source>The tree of records is not the one that this console has seen.</source>
        <translation>شجرة القيود ليست التي رأتها وحدة التحكم هذه.</translation>
    </message>
    <message>
        <source>The tree that this console saw at #%1 is part of it.</source>
        <translation>الشجرة التي رأتها وحدة التحكم هذه عند #%1 جزء منها.</translation>
    </message>
    <message>
        <source>Verified to #%1</source>
        <translation>تم التحقق حتى #%1</translation>
    </message>
    <message>
        <source>What each record says is proven by an export and “gatehousectl audit verify”.</source>
        <translation>يُثبَت مضمون كل قيد بالتصدير ثم بالأمر “gatehousectl audit verify”.</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>السلسلة مكسورة</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Changed</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمّ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>الفاعل</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1: at most %2</source>
        <translation>%1: %2 كحد أقصى</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>الفعلي</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Set up</source>
        <translation>الإعداد</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>أُنجز %1 من %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>منجزة</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>لم تُنجز</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>فتح: %1</translation>
    </message>
    <message>
        <source>Create a tenant</source>
        <translation>إنشاء مستأجر</translation>
    </message>
    <message>
        <source>A company whose people sign in</source>
        <translation>شركة يسجّل مستخدموها الدخول</translation>
    </message>
    <message>
        <source>Verify a domain</source>
        <translation>التحقق من نطاق</translation>
    </message>
    <message>
        <source>So that its people are led to their provider</source>
        <translation>كي يُوجَّه مستخدموه إلى موفّرهم</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>ربط موفّر هوية</translation>
    </message>
    <message>
        <source>Entra, Okta, Keycloak, any OpenID provider</source>
        <translation>Entra أو Okta أو Keycloak أو أي موفّر OpenID</translation>
    </message>
    <message>
        <source>Enable it</source>
        <translation>تفعيل الموفّر</translation>
    </message>
    <message>
        <source>After its test has passed</source>
        <translation>بعد نجاح اختباره</translation>
    </message>
    <message>
        <source>Register an app</source>
        <translation>تسجيل تطبيق</translation>
    </message>
    <message>
        <source>With gatehousectl or the Admin API</source>
        <translation>عبر gatehousectl أو Admin API</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>أول تسجيل دخول</translation>
    </message>
    <message>
        <source>It appears under Logins, step by step</source>
        <translation>يظهر في «عمليات الدخول» خطوة بخطوة</translation>
    </message>
</context>
<context>
    <name>ClaimsInput</name>
    <message>
        <source>Claims or ID token</source>
        <translation>claims أو رمز ID</translation>
    </message>
    <message>
        <source>Not used by any rule</source>
        <translation>لا تستخدمه أي قاعدة</translation>
    </message>
    <message>
        <source>Where the claims come from</source>
        <translation>مصدر claims</translation>
    </message>
    <message>
        <source>{ &quot;sub&quot;: &quot;…&quot;, &quot;email&quot;: &quot;…&quot; } or an ID token</source>
        <translation>{ &quot;sub&quot;: &quot;…&quot;, &quot;email&quot;: &quot;…&quot; } أو رمز ID</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who signed in, when</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Persona: %1</source>
        <translation>الشخصية: %1</translation>
    </message>
    <message>
        <source>Written or pasted</source>
        <translation>مكتوب أو ملصق</translation>
    </message>
    <message>
        <source>What this login brought, as it was recorded.</source>
        <translation>ما جاءت به عملية الدخول هذه، كما سُجِّل.</translation>
    </message>
    <message>
        <source>Nothing to preview yet. Paste a token or make one test sign-in.</source>
        <translation>لا شيء للمعاينة بعد. ألصق رمز ID أو أجرِ تسجيل دخول تجريبيًا واحدًا.</translation>
    </message>
    <message>
        <source>This looks like a token, but its claims cannot be read.</source>
        <translation>يبدو هذا رمزًا، لكن تتعذّر قراءة ما فيه من claims.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>السطر %1، العمود %2: %3.</translation>
    </message>
    <message>
        <source>Map the claim %1</source>
        <translation>تعيين claim %1</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Close Gatehouse</source>
        <translation>إغلاق Gatehouse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… و%n أخرى</numerusform>
            <numerusform>… وواحد آخر</numerusform>
            <numerusform>… واثنان آخران</numerusform>
            <numerusform>… و%n أخرى</numerusform>
            <numerusform>… و%n أخرى</numerusform>
            <numerusform>… و%n أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not applied yet.</source>
        <translation>
            <numerusform>%n تغيير لم يُطبَّق بعد.</numerusform>
            <numerusform>تغيير واحد لم يُطبَّق بعد.</numerusform>
            <numerusform>تغييران لم يُطبَّقا بعد.</numerusform>
            <numerusform>%n تغييرات لم تُطبَّق بعد.</numerusform>
            <numerusform>%n تغييرًا لم تُطبَّق بعد.</numerusform>
            <numerusform>%n تغيير لم تُطبَّق بعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep drafts</source>
        <translation>إبقاء المسودات</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n تطبيق</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%n تطبيقات</numerusform>
            <numerusform>%n تطبيقًا</numerusform>
            <numerusform>%n تطبيق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n جلسة</numerusform>
            <numerusform>جلسة واحدة</numerusform>
            <numerusform>جلستان</numerusform>
            <numerusform>%n جلسات</numerusform>
            <numerusform>%n جلسة</numerusform>
            <numerusform>%n جلسة</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker is serving %1 and %2.</source>
        <translation>الوسيط قيد العمل، ويعتمد عليه %1 و%2.</translation>
    </message>
    <message>
        <source>Kept running, it goes on without this window. Start Gatehouse again to bring it back.</source>
        <translation>إن أبقيته قيد العمل، استمر من دون هذه النافذة. شغّل Gatehouse مجددًا لاستعادتها.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>إبقاؤه قيد العمل</translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation>إيقاف الوسيط</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing matches. A reference such as GH-7F3K-92QD opens its login.</source>
        <translation>لا نتائج مطابقة. يمكنك إدخال مرجع مثل GH-7F3K-92QD لفتح عملية الدخول الخاصة به.</translation>
    </message>
    <message>
        <source>Go to or do anything …</source>
        <translation>انتقل أو نفّذ أمرًا …</translation>
    </message>
    <message>
        <source>Go to or do anything</source>
        <translation>انتقل أو نفّذ أمرًا</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Open login %1</source>
        <translation>فتح عملية الدخول %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Only what differs</source>
        <translation>الاختلافات فقط</translation>
    </message>
    <message>
        <source>This sign-in beside the last good one</source>
        <translation>مقارنة هذه العملية بآخر عملية ناجحة</translation>
    </message>
    <message>
        <source>The last good sign-in over %1: %2, %3 (%4). Lines that differ: %5.</source>
        <translation>آخر تسجيل دخول ناجح عبر %1: %2، %3 (%4). الأسطر المختلفة: %5.</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Version of the connection</source>
        <translation>إصدار الاتصال</translation>
    </message>
    <message>
        <source>Version of the tenant</source>
        <translation>إصدار المستأجر</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(لا شيء)</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1، مختلف</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>This sign-in</source>
        <translation>هذه العملية</translation>
    </message>
    <message>
        <source>The last good one</source>
        <translation>آخر عملية ناجحة</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>With a &amp;token</source>
        <translation>برمز وصول</translation>
    </message>
    <message>
        <source>By &amp;signing in</source>
        <translation>بتسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s keychain</source>
        <translation>حفظه في سلسلة مفاتيح النظام</translation>
    </message>
    <message>
        <source>Connect to a broker</source>
        <translation>الاتصال بوسيط</translation>
    </message>
    <message>
        <source>It opens in a window of its own. A broker that runs in this console goes on running.</source>
        <translation>يُفتح في نافذة مستقلة، ويستمر الوسيط العامل في وحدة التحكم هذه.</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>عنوان الوسيط</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Made by: gatehousectl token create --role owner</source>
        <translation>يُنشأ بالأمر: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Short name of your tenant</source>
        <translation>الاسم المختصر لمستأجرك</translation>
    </message>
    <message>
        <source>&amp;Your tenant</source>
        <translation>مستأجرك</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>There is no keychain here: the token is asked for each time.</source>
        <translation>لا توجد سلسلة مفاتيح هنا، لذا سيُطلب رمز الوصول في كل مرة.</translation>
    </message>
    <message>
        <source>A token is needed.</source>
        <translation>الرمز مطلوب.</translation>
    </message>
    <message>
        <source>Make one at the broker: gatehousectl token create --role owner</source>
        <translation>أنشئ رمزًا لدى الوسيط: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Your tenant&apos;s short name is needed: it is where you sign in.</source>
        <translation>الاسم المختصر لمستأجرك مطلوب، ففيه تسجّل الدخول.</translation>
    </message>
    <message>
        <source>Waiting for you in the browser …</source>
        <translation>بانتظارك في المتصفح …</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>بانتظار رد %1 …</translation>
    </message>
    <message>
        <source>%1 does not accept this token.</source>
        <translation>لا يقبل %1 هذا الرمز.</translation>
    </message>
    <message>
        <source>It may have expired or been revoked, or it belongs to another broker.</source>
        <translation>ربما انتهت صلاحيته أو أُلغي، أو يعود إلى وسيط آخر.</translation>
    </message>
    <message>
        <source>You are known at %1, and may not administer it.</source>
        <translation>حسابك معروف لدى %1، لكن لا يحق لك إدارته.</translation>
    </message>
    <message>
        <source>Somebody who may must appoint you: gatehousectl admin create</source>
        <translation>يجب أن يعيّنك من يملك هذه الصلاحية: gatehousectl admin create</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>لا يوجد اتصال.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;نسيان</translation>
    </message>
    <message>
        <source>Forget this broker</source>
        <translation>نسيان هذا الوسيط</translation>
    </message>
    <message>
        <source>Takes it off this list, and its token out of the keychain</source>
        <translation>يزيله من هذه القائمة ويزيل رمزه من سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>نُسي %1.</translation>
    </message>
    <message>
        <source>Your browser opens. You must be appointed there: gatehousectl admin create</source>
        <translation>سيُفتح متصفحك. يجب أن تكون معيّنًا هناك: gatehousectl admin create</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>السرّ في الترويسة (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>السرّ في المتن (post)</translation>
    </message>
    <message>
        <source>Signed with our key (private_key_jwt)</source>
        <translation>توقيع بمفتاحنا (private_key_jwt)</translation>
    </message>
    <message>
        <source>None (public client, PKCE only)</source>
        <translation>بلا (عميل عام، PKCE فقط)</translation>
    </message>
    <message>
        <source>Take its e-mail addresses as verified</source>
        <translation>اعتبار عناوين بريده الإلكتروني موثّقة</translation>
    </message>
    <message>
        <source>Display &amp;name</source>
        <translation>اسم العرض</translation>
    </message>
    <message>
        <source>On the button of the sign-in page.</source>
        <translation>على زر صفحة تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم المختصر</translation>
    </message>
    <message>
        <source>Lower case, digits, hyphens; apps see it as idp.</source>
        <translation>أحرف صغيرة وأرقام وشرطات، وتراه التطبيقات باسم idp.</translation>
    </message>
    <message>
        <source>&amp;Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Exactly as the provider spells it, slash by slash.</source>
        <translation>كما يكتبه الموفّر تمامًا، بكل شرطة مائلة فيه.</translation>
    </message>
    <message>
        <source>Entra directories</source>
        <translation>أدلة Entra</translation>
    </message>
    <message>
        <source>The directory ids that may sign in; needed with {tenantid} in the issuer.</source>
        <translation>معرّفات الأدلة المسموح لها بتسجيل الدخول، وهي لازمة عند ورود {tenantid} في issuer.</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>معرِّف العميل</translation>
    </message>
    <message>
        <source>We prove ourselves by</source>
        <translation>نثبت هويتنا عبر</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>سرّ العميل</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again. Asked for anew when the issuer changes.</source>
        <translation>يُحفظ مشفّرًا ولا يُعرض ثانيةً، ويُطلب من جديد عند تغيّر issuer.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Ask for level</source>
        <translation>طلب مستوى</translation>
    </message>
    <message>
        <source>Authentication levels (acr) to ask for; empty: none.</source>
        <translation>مستويات المصادقة (acr) المطلوبة؛ إن تُرك فارغًا فلا يُطلب شيء.</translation>
    </message>
    <message>
        <source>Names of levels</source>
        <translation>أسماء المستويات</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>People with these addresses are led here. They must be verified for the tenant.</source>
        <translation>يُوجَّه أصحاب هذه العناوين إلى هنا. يجب أن تكون النطاقات موثّقة للمستأجر.</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>Only for addresses on this tenant&apos;s verified domains.</source>
        <translation>للعناوين التي تقع ضمن نطاقات هذا المستأجر الموثّقة فقط.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>مطلوب.</translation>
    </message>
    <message>
        <source>At most 63 of a to z, digits, hyphen, underline and period: %1 would do.</source>
        <translation>63 حرفًا على الأكثر من a إلى z والأرقام والواصلة والشرطة السفلية والنقطة: يصلح %1.</translation>
    </message>
    <message>
        <source>This is no https address. It begins like https://login.company.com</source>
        <translation>هذا ليس عنوان https. يبدأ مثل https://login.company.com</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>السلطات الموثوقة</translation>
    </message>
    <message>
        <source>Besides the system&apos;s, and for this provider alone.</source>
        <translation>إضافةً إلى سلطات النظام، ولهذا الموفّر وحده.</translation>
    </message>
    <message>
        <source>%1: both names are needed.</source>
        <translation>%1: الاسمان كلاهما مطلوبان.</translation>
    </message>
    <message>
        <source>We ask for</source>
        <translation>نطلب</translation>
    </message>
    <message>
        <source>It calls that</source>
        <translation>اسمه لديه</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>المستوى %1</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>إضافة مستوى</translation>
    </message>
    <message>
        <source>Levels that are not listed are called the same there. Behind amr: stands a method that the provider names, such as amr:hwk.</source>
        <translation>المستويات غير المدرجة تحمل الاسم نفسه لديه. بعد amr: طريقة يسمّيها الموفّر، مثل amr:hwk.</translation>
    </message>
    <message>
        <source>Is needed where there is no metadata.</source>
        <translation>مطلوب حيث لا توجد بيانات وصفية.</translation>
    </message>
    <message>
        <source>Redirect (HTTP-Redirect)</source>
        <translation>إعادة توجيه (HTTP-Redirect)</translation>
    </message>
    <message>
        <source>A form that sends itself (HTTP-POST)</source>
        <translation>نموذج يرسل نفسه (HTTP-POST)</translation>
    </message>
    <message>
        <source>Sign what we ask</source>
        <translation>توقيع ما نطلبه</translation>
    </message>
    <message>
        <source>The assertion itself must be signed</source>
        <translation>يجب أن يكون التأكيد نفسه موقعًا</translation>
    </message>
    <message>
        <source>The assertion must be encrypted</source>
        <translation>يجب أن يكون التأكيد مشفرًا</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source>Read every six hours: certificates renew themselves.</source>
        <translation>تُقرأ كل ست ساعات: تتجدد الشهادات تلقائيًا.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>The document, where it has no address. Not both.</source>
        <translation>المستند حيث لا عنوان له. لا كلاهما معًا.</translation>
    </message>
    <message>
        <source>PEM or base64; several may stand below each other.</source>
        <translation>PEM أو base64؛ يمكن وضع عدة شهادات تحت بعضها.</translation>
    </message>
    <message>
        <source>We ask by</source>
        <translation>نطلب عبر</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Otherwise a signature over the whole response does as well.</source>
        <translation>وإلا فيكفي توقيع على الاستجابة كلها.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>NameID format</source>
        <translation>صيغة NameID</translation>
    </message>
    <message>
        <source>To ask for; empty: the provider chooses.</source>
        <translation>المطلوبة؛ إن تُركت فارغة اختار المزوّد.</translation>
    </message>
    <message>
        <source>AuthnContext classes</source>
        <translation>فئات AuthnContext</translation>
    </message>
    <message>
        <source>Asked for in every request (RequestedAuthnContext); empty: none.</source>
        <translation>تُطلب في كل طلب (RequestedAuthnContext)؛ فارغة: لا شيء.</translation>
    </message>
    <message>
        <source>Clocks may differ by</source>
        <translation>يجوز اختلاف الساعات بمقدار</translation>
    </message>
    <message>
        <source>A sign-in may begin at the provider</source>
        <translation>يجوز أن يبدأ تسجيل الدخول عند المزوّد</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Without it somebody who comes from the provider&apos;s portal is asked to begin at the app. A response that nobody asked for is easier to plant on somebody.</source>
        <translation>بدونه يُطلب ممن يأتي من بوابة المزوّد أن يبدأ من التطبيق. الاستجابة التي لم يطلبها أحد يسهل دسّها على شخص ما.</translation>
    </message>
    <message>
        <source>The address is a query responder&apos;s (MDQ)</source>
        <translation>العنوان لخدمة استعلام عن البيانات الوصفية (MDQ)</translation>
    </message>
    <message>
        <source>Without metadata only, as the two below: what is given here comes before it. Of an aggregate or a query it says whose metadata is meant.</source>
        <translation>من دون بيانات وصفية فقط، كالحقلين أدناه: ما يُكتب هنا يتقدّم عليها. في مجموعة أو استعلام يحدّد صاحب البيانات الوصفية المقصودة.</translation>
    </message>
    <message>
        <source>Metadata signed by</source>
        <translation>البيانات الوصفية موقّعة من</translation>
    </message>
    <message>
        <source>Certificates got by another way, of a federation for instance: without a signature by one of them no metadata is taken. Empty: it needs none.</source>
        <translation>شهادات وصلت بطريق آخر، من اتحاد مثلًا: لا تُقبل بيانات وصفية من دون توقيع بإحداها. فارغ: لا يلزم توقيع.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>The metadata is asked for by the entity ID below that address.</source>
        <translation>تُطلب البيانات الوصفية تحت ذلك العنوان بمعرّف الكيان.</translation>
    </message>
</context>
<context>
    <name>ConnectionModel</name>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Last failed</source>
        <translation>فشل آخر دخول</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر تسجيل دخول</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>ConnectionStrip</name>
    <message>
        <source>Connect again …</source>
        <translation>إعادة الاتصال …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>إعادة الاتصال</translation>
    </message>
    <message>
        <source>Try again to reach the broker</source>
        <translation>إعادة محاولة الوصول إلى الوسيط</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>The broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>%1 does not accept the token any more. What you see was read before.</source>
        <translation>لم يعد %1 يقبل رمز الوصول. ما تراه قُرئ قبل ذلك.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2 It is asked again every few seconds.</source>
        <translation>لا يرد %1: %2 تُعاد المحاولة كل بضع ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>ConnectionWizard</name>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Keep it off</source>
        <translation>إبقاؤه معطّلًا</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>ربط موفّر هوية</translation>
    </message>
    <message>
        <source>Try the provider stage by stage (Ctrl+T)</source>
        <translation>تجربة الموفّر مرحلةً بعد مرحلة (Ctrl+T)</translation>
    </message>
    <message>
        <source>Forget what was entered here</source>
        <translation>مسح ما أُدخل هنا</translation>
    </message>
    <message>
        <source>Back to the list; what was entered is kept</source>
        <translation>العودة إلى القائمة مع الاحتفاظ بما أُدخل</translation>
    </message>
    <message>
        <source>Company sign-in</source>
        <translation>تسجيل دخول الشركة</translation>
    </message>
    <message>
        <source>Saved switched off, draft kept</source>
        <translation>حُفظ معطّلًا، وبقيت المسودة</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>حُفظت المسودة</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>ربط %1</translation>
    </message>
    <message>
        <source>%1 is on: people can sign in with it.</source>
        <translation>%1 مفعّل: يمكن تسجيل الدخول به.</translation>
    </message>
    <message>
        <source>%1 is connected, and off.</source>
        <translation>%1 مربوط ومعطّل.</translation>
    </message>
    <message>
        <source>Another provider has this name.</source>
        <translation>هذا الاسم مستخدم لموفّر آخر.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>الموفّر</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>الاختيار</translation>
    </message>
    <message>
        <source>Give to %1</source>
        <translation>إعطاء %1</translation>
    </message>
    <message>
        <source>Get from %1</source>
        <translation>الأخذ من %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Map and finish</source>
        <translation>التعيين والإنهاء</translation>
    </message>
    <message>
        <source>Step %1 of 5: %2, %3</source>
        <translation>الخطوة %1 من 5: %2، %3</translation>
    </message>
    <message>
        <source>current</source>
        <translation>الحالية</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>اختر موفّرًا أولًا.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>&amp;Next: map and finish</source>
        <translation>التالي: التعيين والإنهاء</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>A stage did not pass yet.</source>
        <translation>لم تنجح إحدى المراحل بعد.</translation>
    </message>
    <message>
        <source>Test sign-in in browser</source>
        <translation>تجربة الدخول في المتصفح</translation>
    </message>
    <message>
        <source>Save it switched off and test sign-in</source>
        <translation>حفظه معطّلًا وتجربة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Trusted for %1 alone.</source>
        <translation>موثوقة لـ %1 وحده.</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Identity providers</source>
        <translation>موفّرو الهوية</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Give this to the provider</source>
        <translation>أعطِ هذا للموفّر</translation>
    </message>
    <message>
        <source>redirect URI</source>
        <translation>redirect URI</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Test sign-in</source>
        <translation>تجربة الدخول</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>تعيين claims</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>استنساخ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>Where this company&apos;s people prove who they are.</source>
        <translation>حيث يثبت العاملون في هذه الشركة هويتهم.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>ربط موفّر هوية</translation>
    </message>
    <message>
        <source>Connect an identity provider (Ctrl+N)</source>
        <translation>ربط موفّر هوية (Ctrl+N)</translation>
    </message>
    <message>
        <source>No identity provider yet. People cannot sign in with their company account.</source>
        <translation>لا يوجد موفّر هوية بعد. لا يمكن لأحد تسجيل الدخول بحساب شركته.</translation>
    </message>
    <message>
        <source>Try the provider stage by stage (Ctrl+T)</source>
        <translation>تجربة الموفّر مرحلةً بعد مرحلة (Ctrl+T)</translation>
    </message>
    <message>
        <source>Sign in with a browser; nobody is signed in to anything by it</source>
        <translation>تجربة تسجيل الدخول في متصفح، دون أن يدخل أحد إلى أي تطبيق</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>الاطّلاع على التغييرات ثم تطبيقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>The test of %1 passed.</source>
        <translation>نجح اختبار %1.</translation>
    </message>
    <message>
        <source>The test of %1 found a problem.</source>
        <translation>كشف اختبار %1 عن مشكلة.</translation>
    </message>
    <message>
        <source>Test the identity provider</source>
        <translation>اختبار موفّر الهوية</translation>
    </message>
    <message>
        <source>Delete the identity provider</source>
        <translation>حذف موفّر الهوية</translation>
    </message>
    <message>
        <source>Select an identity provider to see how it is set up.</source>
        <translation>حدّد موفّر هوية لترى إعداداته.</translation>
    </message>
    <message>
        <source>The set-up of this provider is not finished. What was entered is kept.</source>
        <translation>لم يكتمل إعداد هذا الموفّر. ما أُدخل محفوظ.</translation>
    </message>
    <message>
        <source>Continue the set-up</source>
        <translation>متابعة الإعداد</translation>
    </message>
    <message>
        <source>OpenID Connect, %1</source>
        <translation>OpenID Connect، %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر تسجيل دخول</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>آخر فشل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Metadata read</source>
        <translation>قراءة البيانات الوصفية</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>The client secret that was typed here is never written down.</source>
        <translation>سرّ العميل المُدخل هنا لا يُحفظ في المسودة أبدًا.</translation>
    </message>
    <message>
        <source>Enter it again before you apply.</source>
        <translation>أدخله مرة أخرى قبل التطبيق.</translation>
    </message>
    <message>
        <source>Apply the draft first: a sign-in uses what is saved</source>
        <translation>طبّق المسودة أولًا، فتسجيل الدخول يعتمد على ما هو محفوظ</translation>
    </message>
    <message>
        <source>The issuer is now %1, in the draft.</source>
        <translation>أصبح issuer في المسودة %1.</translation>
    </message>
    <message>
        <source>Its client secret has to be entered again: a kept one goes to no other issuer.</source>
        <translation>يجب إدخال سرّ العميل من جديد، فالسرّ المحفوظ لا يُرسل إلى issuer آخر.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Delete the identity provider %1?</source>
        <translation>هل تريد حذف موفّر الهوية %1؟</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) sign in with it</source>
        <translation>
            <numerusform>%n مستخدم يسجّل الدخول به</numerusform>
            <numerusform>مستخدم واحد يسجّل الدخول به</numerusform>
            <numerusform>مستخدمان يسجّلان الدخول به</numerusform>
            <numerusform>%n مستخدمين يسجّلون الدخول به</numerusform>
            <numerusform>%n مستخدمًا يسجّلون الدخول به</numerusform>
            <numerusform>%n مستخدم يسجّلون الدخول به</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now</source>
        <translation>
            <numerusform>%n جلسة تنتهي الآن</numerusform>
            <numerusform>جلسة واحدة تنتهي الآن</numerusform>
            <numerusform>جلستان تنتهيان الآن</numerusform>
            <numerusform>%n جلسات تنتهي الآن</numerusform>
            <numerusform>%n جلسة تنتهي الآن</numerusform>
            <numerusform>%n جلسة تنتهي الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) were used through it</source>
        <translation>
            <numerusform>%n تطبيق استُخدم عبره</numerusform>
            <numerusform>تطبيق واحد استُخدم عبره</numerusform>
            <numerusform>تطبيقان استُخدما عبره</numerusform>
            <numerusform>%n تطبيقات استُخدمت عبره</numerusform>
            <numerusform>%n تطبيقًا استُخدمت عبره</numerusform>
            <numerusform>%n تطبيق استُخدمت عبره</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>%n عملية دخول في آخر 24 ساعة</numerusform>
            <numerusform>عملية دخول واحدة في آخر 24 ساعة</numerusform>
            <numerusform>عمليتا دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عمليات دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عملية دخول في آخر 24 ساعة</numerusform>
            <numerusform>%n عملية دخول في آخر 24 ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>The people stay. Ctrl+Z connects it again; its client secret has to be entered anew.</source>
        <translation>يبقى المستخدمون. يعيد Ctrl+Z ربطه، ويجب عندئذٍ إدخال سرّ العميل من جديد.</translation>
    </message>
    <message>
        <source>Rename the identity provider</source>
        <translation>إعادة تسمية موفّر الهوية</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>صحّح الحقول أولًا</translation>
    </message>
    <message>
        <source>Read metadata now</source>
        <translation>قراءة البيانات الوصفية الآن</translation>
    </message>
    <message>
        <source>Fetches metadata and keys, whatever is held of them</source>
        <translation>يجلب البيانات الوصفية والمفاتيح مهما كان المحفوظ منها</translation>
    </message>
    <message>
        <source>Trusted for %1 alone, in the draft.</source>
        <translation>موثوقة لـ %1 وحده، في المسودة.</translation>
    </message>
    <message>
        <source>Metadata and keys of %1 were read.</source>
        <translation>قُرئت البيانات الوصفية والمفاتيح لـ %1.</translation>
    </message>
    <message>
        <source>SAML 2.0, %1</source>
        <translation>SAML 2.0، %1</translation>
    </message>
    <message>
        <source>ACS URL</source>
        <translation>عنوان ACS</translation>
    </message>
    <message>
        <source>New metadata</source>
        <translation>بيانات وصفية جديدة</translation>
    </message>
    <message>
        <source>Approve the new metadata</source>
        <translation>الموافقة على البيانات الوصفية الجديدة</translation>
    </message>
    <message>
        <source>The new metadata of %1 counts from now on.</source>
        <translation>البيانات الوصفية الجديدة لـ %1 سارية من الآن.</translation>
    </message>
    <message>
        <source>Check a response</source>
        <translation>فحص استجابة</translation>
    </message>
    <message>
        <source>Paste a SAML response and see each check of a login</source>
        <translation>الصق استجابة SAML لترى كل فحص من فحوص تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied %1</source>
        <translation>نُسخ %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>نسخ %1</translation>
    </message>
</context>
<context>
    <name>DesktopFeatures</name>
    <message>
        <source>Session bus</source>
        <translation>ناقل الجلسة</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>متصل.</translation>
    </message>
    <message>
        <source>None. The desktop&apos;s colours and notifications cannot be reached.</source>
        <translation>غير متاح. لا يمكن الوصول إلى ألوان سطح المكتب وإشعاراته.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>علبة النظام</translation>
    </message>
    <message>
        <source>An icon stays there while the window is closed and the broker runs.</source>
        <translation>تبقى أيقونة هناك ما دامت النافذة مغلقة والوسيط يعمل.</translation>
    </message>
    <message>
        <source>None. Start Gatehouse again to bring a hidden window back.</source>
        <translation>غير متاحة. شغّل Gatehouse مرة أخرى لإظهار نافذة مخفية.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>None. What is urgent is under the bell.</source>
        <translation>غير متاحة. تجد الأمور العاجلة تحت الجرس.</translation>
    </message>
    <message>
        <source>What is urgent is said on the desktop too, at most once an hour for each matter.</source>
        <translation>تظهر الأمور العاجلة على سطح المكتب أيضًا، مرة واحدة في الساعة على الأكثر لكل أمر.</translation>
    </message>
    <message>
        <source>Light or dark by the desktop</source>
        <translation>فاتح أو داكن حسب سطح المكتب</translation>
    </message>
    <message>
        <source>No portal. The desktop&apos;s own palette decides; choose under Appearance.</source>
        <translation>خدمة portal غير متاحة. تُعتمد ألوان سطح المكتب نفسه؛ ويمكنك الاختيار في «المظهر».</translation>
    </message>
    <message>
        <source>Followed as it changes.</source>
        <translation>يُتّبع كلما تغيّر.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>None. Only what runs on this computer can be reached.</source>
        <translation>لا توجد. لا يمكن الوصول إلا إلى ما يعمل على هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <source>(secret)</source>
        <translation>(سري)</translation>
    </message>
    <message>
        <source>(secret, changed)</source>
        <translation>(سري، تغيّر)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(لا شيء)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
</context>
<context>
    <name>DirectoriesDialog</name>
    <message>
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>الأدلّة</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>token</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>إنشاء رمز</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>تجديد</translation>
    </message>
    <message>
        <source>Refuse from now on</source>
        <translation>الرفض من الآن</translation>
    </message>
    <message>
        <source>Directories that provision %1</source>
        <translation>الأدلّة التي تزوّد %1</translation>
    </message>
    <message>
        <source>Address to enter at the directory</source>
        <translation>العنوان الذي يُدخل في الدليل</translation>
    </message>
    <message>
        <source>No directory provisions this tenant yet.</source>
        <translation>لا دليل يزوّد هذا المستأجر بعد.</translation>
    </message>
    <message>
        <source>A new token; the old one counts for another day</source>
        <translation>رمز جديد؛ ويبقى القديم صالحًا يومًا آخر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>العنوان:</translation>
    </message>
    <message>
        <source>Let another directory provision</source>
        <translation>السماح لدليل آخر بالتزويد</translation>
    </message>
    <message>
        <source>The tenant&apos;s only provider</source>
        <translation>المزوّد الوحيد للمستأجر</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>What it is called here, such as Entra ID.</source>
        <translation>اسمه هنا، مثل Entra ID.</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>Whose people it brings: who signs in there is found by name and external id.</source>
        <translation>أشخاص أيّ مزوّد يجلب: من يسجّل الدخول هناك يُعثر عليه بالاسم والمعرّف الخارجي.</translation>
    </message>
    <message>
        <source>%1 proves itself with it. It is shown this once and kept nowhere: enter it at the directory, with the address above.</source>
        <translation>يثبت %1 هويته به. يُعرض هذه المرة فقط ولا يُحفظ في أي مكان: أدخله في الدليل مع العنوان أعلاه.</translation>
    </message>
</context>
<context>
    <name>DomainCheck</name>
    <message>
        <source>Verified: people with an address there are led here.</source>
        <translation>موثّق: من له عنوان هناك يُقاد إلى هنا.</translation>
    </message>
    <message>
        <source>This tenant has not claimed the domain. Typing an address there will not lead people to this provider.</source>
        <translation>لم يطالب هذا المستأجر بالنطاق. إدخال عنوان هناك لن يقود الأشخاص إلى هذا الموفّر.</translation>
    </message>
    <message>
        <source>Nobody has verified the domain yet. Typing an address there will not lead people to this provider.</source>
        <translation>لم يوثّق أحد النطاق بعد. إدخال عنوان هناك لن يقود الأشخاص إلى هذا الموفّر.</translation>
    </message>
    <message>
        <source>Claim the domain</source>
        <translation>المطالبة بالنطاق</translation>
    </message>
    <message>
        <source>Verify the domain</source>
        <translation>توثيق النطاق</translation>
    </message>
</context>
<context>
    <name>DomainList</name>
    <message>
        <source>Claim domain</source>
        <translation>طلب نطاق</translation>
    </message>
    <message>
        <source>company.com</source>
        <translation>company.com</translation>
    </message>
    <message>
        <source>Domain to claim</source>
        <translation>النطاق المطلوب</translation>
    </message>
    <message>
        <source>People with an address on a verified domain are led to this tenant&apos;s identity provider. A domain belongs to one tenant only.</source>
        <translation>يُوجَّه أصحاب العناوين التابعة لنطاق موثَّق إلى موفّر الهوية الخاص بهذا المستأجر. لا يتبع النطاق إلا مستأجرًا واحدًا.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>موثَّق</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>غير موثَّق</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>Vouched for by an owner, %1</source>
        <translation>بضمان أحد المالكين، %1</translation>
    </message>
    <message>
        <source>Proven by DNS, %1</source>
        <translation>مُثبت عبر DNS، %1</translation>
    </message>
    <message>
        <source>Publish this TXT record at %1, then verify:</source>
        <translation>انشر سجل TXT هذا على %1 ثم تحقّق:</translation>
    </message>
    <message>
        <source>TXT record of %1</source>
        <translation>سجل TXT للنطاق %1</translation>
    </message>
    <message>
        <source>Verify by DNS</source>
        <translation>التحقق عبر DNS</translation>
    </message>
    <message>
        <source>Verify %1 by DNS</source>
        <translation>التحقق من %1 عبر DNS</translation>
    </message>
    <message>
        <source>I vouch for it</source>
        <translation>أنا أضمنه</translation>
    </message>
    <message>
        <source>Vouch for %1</source>
        <translation>ضمان %1</translation>
    </message>
    <message>
        <source>Owners only. Marks the domain verified without DNS; the log says who did.</source>
        <translation>للمالكين فقط. يجعل النطاق موثَّقًا من دون DNS، ويبيّن السجل من فعل ذلك.</translation>
    </message>
    <message>
        <source>Claimed %1. Prove it next.</source>
        <translation>طُلب النطاق %1. الخطوة التالية إثبات ملكيته.</translation>
    </message>
    <message>
        <source>%1 is verified.</source>
        <translation>تم توثيق %1.</translation>
    </message>
    <message>
        <source>The TXT record of %1 is not there yet.</source>
        <translation>سجل TXT للنطاق %1 غير موجود بعد.</translation>
    </message>
    <message>
        <source>Gave %1 up.</source>
        <translation>تم التخلي عن %1.</translation>
    </message>
</context>
<context>
    <name>DurationField</name>
    <message>
        <source>for example 12 h, 30 min, 7 days</source>
        <translation>مثلًا 12 h أو 30 min أو 7 days</translation>
    </message>
</context>
<context>
    <name>ElementModel</name>
    <message>
        <source>%1, several</source>
        <translation>%1، عدة قيم</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>لحظة زمنية</translation>
    </message>
    <message>
        <source>Address (URI)</source>
        <translation>عنوان (URI)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
</context>
<context>
    <name>EmbeddedBroker</name>
    <message>
        <source>No passphrase was given. The data stays locked.</source>
        <translation>لم تُدخَل عبارة المرور. تبقى البيانات مقفلة.</translation>
    </message>
    <message>
        <source>The data in %1 is encrypted, and the system&apos;s keychain does not have its key. Restore the keychain entry, or start with another --data-dir.</source>
        <translation>البيانات في %1 مشفّرة، ومفتاحها غير موجود في سلسلة مفاتيح النظام. استعد مدخل سلسلة المفاتيح، أو ابدأ بخيار ‎--data-dir آخر.</translation>
    </message>
    <message>
        <source>The data directory cannot be used: %1</source>
        <translation>يتعذّر استخدام مجلد البيانات: %1</translation>
    </message>
    <message>
        <source>The key does not open this data directory.</source>
        <translation>المفتاح لا يفتح مجلد البيانات هذا.</translation>
    </message>
    <message>
        <source>Another process uses this data directory (%1). Stop it, or attach to it with --connect.</source>
        <translation>تستخدم عمليةٌ أخرى مجلد البيانات هذا (%1). أوقفها، أو اتصل بها باستخدام ‎--connect.</translation>
    </message>
    <message>
        <source>The broker&apos;s address is taken (%1). Stop what listens there, or choose another with --listen.</source>
        <translation>عنوان الوسيط مشغول (%1). أوقف ما يستخدمه، أو اختر عنوانًا آخر باستخدام ‎--listen.</translation>
    </message>
    <message>
        <source>The broker did not start: %1 %2</source>
        <translation>لم يبدأ الوسيط: %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is this? (F1)</source>
        <translation>ما هذا؟ (F1)</translation>
    </message>
    <message>
        <source>Help on this list</source>
        <translation>مساعدة حول هذه القائمة</translation>
    </message>
</context>
<context>
    <name>EndAccessDialog</name>
    <message>
        <source>Confirmed</source>
        <translation>مؤكَّد</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>تُرك</translation>
    </message>
    <message>
        <source>Answered %1, is asked again</source>
        <translation>أجاب بـ %1، وسيُسأل مجددًا</translation>
    </message>
    <message>
        <source>No answer, is asked again</source>
        <translation>لا جواب، وسيُسأل مجددًا</translation>
    </message>
    <message>
        <source>Is being told</source>
        <translation>يجري إبلاغه</translation>
    </message>
    <message>
        <source>What the apps answered</source>
        <translation>بماذا أجابت التطبيقات</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>تعطيل %1؟</translation>
    </message>
    <message>
        <source>Counts no longer, until they are activated again: groups %1; roles %2.</source>
        <translation>لا يُعتدّ بها حتى إعادة التفعيل: المجموعات %1؛ الأدوار %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Counting sessions</source>
        <translation>يجري عدّ الجلسات</translation>
    </message>
    <message>
        <source>How many sessions end cannot be said: %1</source>
        <translation>لا يمكن معرفة عدد الجلسات التي ستنتهي: %1</translation>
    </message>
    <message>
        <source>They are signed in nowhere.</source>
        <translation>لا جلسة مفتوحة في أي مكان.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions end, with all tokens.</source>
        <translation>
            <numerusform>لا تنتهي أي جلسة.</numerusform>
            <numerusform>تنتهي جلسة واحدة بكل رموزها.</numerusform>
            <numerusform>تنتهي جلستان بكل رموزهما.</numerusform>
            <numerusform>تنتهي %Ln جلسات بكل رموزها.</numerusform>
            <numerusform>تنتهي %Ln جلسة بكل رموزها.</numerusform>
            <numerusform>تنتهي %Ln جلسة بكل رموزها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Told at once: %1</source>
        <translation>تُبلَّغ فورًا: %1</translation>
    </message>
    <message>
        <source>Not told, for want of a back-channel logout address; their tokens are refused at once: %1</source>
        <translation>لا تُبلَّغ لعدم وجود عنوان لتسجيل الخروج عبر القناة الخلفية؛ وتُرفض رموزها فورًا: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A deleted app</source>
        <translation>تطبيق محذوف</translation>
    </message>
</context>
<context>
    <name>EntriesField</name>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>PRESENTING</source>
        <translation>وضع العرض</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>بيئة التجربة</translation>
    </message>
    <message>
        <source>SUSPENDED</source>
        <translation>معلّق</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details of this message</source>
        <translation>تفاصيل هذه الرسالة</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Reference %1</source>
        <translation>المرجع %1</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Has it</source>
        <translation>لديه</translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation>آخر جلب</translation>
    </message>
    <message>
        <source>How that is known</source>
        <translation>كيف يُعرف ذلك</translation>
    </message>
</context>
<context>
    <name>ExpiryCard</name>
    <message>
        <source>Your role does not see what expires.</source>
        <translation>دورك لا يتيح رؤية ما ستنتهي صلاحيته.</translation>
    </message>
    <message>
        <source>What expires</source>
        <translation>ما ستنتهي صلاحيته</translation>
    </message>
    <message>
        <source>Nothing that the broker knows of expires in the next %1 days.</source>
        <translation>لا تنتهي صلاحية أي شيء يعرفه الوسيط خلال الأيام الـ%1 القادمة.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>التالي: %1.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>أحداث %1</translation>
    </message>
    <message>
        <source>TLS certificate %1</source>
        <translation>شهادة TLS %1</translation>
    </message>
    <message>
        <source>The old secret of %1</source>
        <translation>السرّ القديم لـ %1</translation>
    </message>
    <message>
        <source>The service %1</source>
        <translation>الخدمة %1</translation>
    </message>
    <message>
        <source>Ask its owner whether it is still needed; then set a later expiresAt.</source>
        <translation>اسأل مالكها إن كانت لا تزال مطلوبة، ثم عيّن expiresAt أبعد.</translation>
    </message>
    <message>
        <source>Admin token “%1”</source>
        <translation>رمز المسؤول «%1»</translation>
    </message>
    <message>
        <source>%1 has expired (%2)</source>
        <translation>انتهت صلاحية %1 (%2)</translation>
    </message>
    <message>
        <source>%1 expires within a day (%2)</source>
        <translation>تنتهي صلاحية %1 خلال أقل من يوم (%2)</translation>
    </message>
    <message>
        <source>%1 expires in one day (%2)</source>
        <translation>تنتهي صلاحية %1 بعد يوم واحد (%2)</translation>
    </message>
    <message>
        <source>%1 expires in %2 days (%3)</source>
        <translation>الأيام الباقية على انتهاء صلاحية %1: %2 (%3)</translation>
    </message>
    <message>
        <source>Put a new one in its file; the broker reads it by itself.</source>
        <translation>ضع شهادة جديدة في ملفها، وسيقرؤها الوسيط تلقائيًا.</translation>
    </message>
    <message>
        <source>Give the app its new secret before then.</source>
        <translation>زوّد التطبيق بسرّه الجديد قبل ذلك.</translation>
    </message>
    <message>
        <source>Make a new one with gatehousectl token create.</source>
        <translation>أنشئ رمزًا جديدًا بالأمر gatehousectl token create.</translation>
    </message>
    <message>
        <source>The signing key of the front door</source>
        <translation>مفتاح توقيع العنوان المشترك</translation>
    </message>
    <message>
        <source>The signing key of %1</source>
        <translation>مفتاح توقيع %1</translation>
    </message>
    <message>
        <source>%1 is overdue for rotation (since %2)</source>
        <translation>%1 تأخر تدويره (منذ %2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation within a day (%2)</source>
        <translation>%1 يستحق التدوير خلال يوم (%2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation in one day (%2)</source>
        <translation>%1 يستحق التدوير بعد يوم (%2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation in %2 days (%3)</source>
        <translation>%1 يستحق التدوير، الأيام الباقية: %2 (%3)</translation>
    </message>
    <message>
        <source>It is rotated by the people who run the broker.</source>
        <translation>يدوّره من يشغّلون الوسيط.</translation>
    </message>
    <message>
        <source>Rotate it: gatehousectl key rotate --tenant %1</source>
        <translation>دوّره: gatehousectl key rotate --tenant %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>فتح: %1</translation>
    </message>
    <message>
        <source>The authority %1 trusted by %2</source>
        <translation>السلطة %1 التي يثق بها %2</translation>
    </message>
    <message>
        <source>The signing certificate of the identity provider %1</source>
        <translation>شهادة توقيع موفّر الهوية %1</translation>
    </message>
    <message>
        <source>Add its successor to the connection, or sign-ins through it stop.</source>
        <translation>أضف السلطة التي تخلفها إلى الاتصال، وإلا توقف تسجيل الدخول عبره.</translation>
    </message>
    <message>
        <source>Have its administrators publish the next key; Gatehouse reads it by itself.</source>
        <translation>اطلب من مسؤوليه نشر المفتاح التالي؛ يقرؤه Gatehouse تلقائيًا.</translation>
    </message>
    <message>
        <source>The metadata of the identity provider %1</source>
        <translation>البيانات الوصفية لموفّر الهوية %1</translation>
    </message>
    <message>
        <source>The SAML encryption certificate of %1</source>
        <translation>شهادة تشفير SAML الخاصة بـ %1</translation>
    </message>
    <message>
        <source>The SAML signing certificate of %1</source>
        <translation>شهادة توقيع SAML الخاصة بـ %1</translation>
    </message>
    <message>
        <source>Paste its current one, or give the address where it is published.</source>
        <translation>ألصق البيانات الحالية، أو أعطِ العنوان الذي تُنشر فيه.</translation>
    </message>
    <message>
        <source>Rotate the key, once every provider and app has read the next one from our metadata.</source>
        <translation>بدّل المفتاح حين يكون كل موفّر وكل تطبيق قد قرأ المفتاح التالي من بياناتنا الوصفية.</translation>
    </message>
    <message>
        <source>The SCIM token “%1” of %2</source>
        <translation>رمز SCIM «%1» للمستأجر %2</translation>
    </message>
    <message>
        <source>Rotate it with gatehousectl scim-token rotate, and enter the new one at the directory.</source>
        <translation>جدّده بالأمر gatehousectl scim-token rotate، ثم أدخل الرمز الجديد في الدليل.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The broker did not answer.</source>
        <translation>لم يردّ الوسيط.</translation>
    </message>
    <message>
        <source>The broker answered with HTTP %1.</source>
        <translation>ردّ الوسيط بحالة HTTP %1.</translation>
    </message>
    <message>
        <source>The answer is not what this console expects.</source>
        <translation>الرد ليس ما تتوقعه وحدة التحكم هذه.</translation>
    </message>
    <message>
        <source>The broker may be of another version than the console.</source>
        <translation>ربما يختلف إصدار الوسيط عن إصدار وحدة التحكم.</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>The broker refused this (%1).</source>
        <translation>رفض الوسيط هذا الطلب (%1).</translation>
    </message>
    <message>
        <source>Answer %1, code %2</source>
        <translation>الرد %1، رمز الخطأ %2</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Read it again before you save.</source>
        <translation>غيّره شخص آخر في هذه الأثناء. أعد قراءته قبل الحفظ.</translation>
    </message>
    <message>
        <source>The token is not accepted any more. Connect again with a new one.</source>
        <translation>لم يعد رمز الوصول مقبولًا. اتصل مجددًا برمز جديد.</translation>
    </message>
    <message>
        <source>See the marked fields below.</source>
        <translation>راجع الحقول أدناه.</translation>
    </message>
    <message>
        <source>It wants a sign-in of the last quarter of an hour. Sign in again by File &gt; Connect, then repeat it.</source>
        <translation>يتطلب هذا تسجيل دخول خلال ربع الساعة الأخير. سجّل الدخول من جديد عبر «ملف» &gt; «اتصال» ثم أعد المحاولة.</translation>
    </message>
</context>
<context>
    <name>FieldProblems</name>
    <message>
        <source>&quot;%1&quot; is no issuer: it is an https address, or spiffe:// and a trust domain.</source>
        <translation>«%1» ليس جهة إصدار: فهي عنوان https، أو spiffe:// ونطاق ثقة.</translation>
    </message>
    <message>
        <source>%1: name the subject. Single * may stand for a part of it, but not begin it.</source>
        <translation>%1: اذكر الـ subject. يجوز أن تحلّ * مفردة محل جزء منه، لا في بدايته.</translation>
    </message>
    <message>
        <source>%1: its subjects begin with %1/</source>
        <translation>%1: تبدأ قيم subject لديه بـ %1/</translation>
    </message>
    <message>
        <source>%1: the address of its keys is needed, the trust domain&apos;s bundle endpoint.</source>
        <translation>%1: عنوان مفاتيحه مطلوب، وهو نقطة حزمة نطاق الثقة.</translation>
    </message>
    <message>
        <source>%1: its keys are at an https address.</source>
        <translation>%1: مفاتيحه على عنوان https.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the https address of an authorization server.</source>
        <translation>«%1» ليس عنوان https لخادم تخويل.</translation>
    </message>
    <message>
        <source>%1: the client id that the app has there is needed.</source>
        <translation>%1: معرِّف العميل الذي يحمله التطبيق هناك مطلوب.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type: it is a name without spaces.</source>
        <translation>«%1» ليس نوعًا: فالنوع اسم بلا مسافات.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no member&apos;s name.</source>
        <translation>%1: «%2» ليس اسم عضو.</translation>
    </message>
    <message>
        <source>%1: a star stands for nothing. Register each address.</source>
        <translation>%1: النجمة لا تنوب عن شيء. سجِّل كل عنوان على حدة.</translation>
    </message>
    <message>
        <source>%1: what follows # never reaches a server. Leave it out.</source>
        <translation>%1: ما يلي # لا يصل إلى أي خادم. احذفه.</translation>
    </message>
    <message>
        <source>%1 does not begin with https://</source>
        <translation>%1 لا يبدأ بـ https://</translation>
    </message>
    <message>
        <source>%1: plain http is for 127.0.0.1 and [::1] alone.</source>
        <translation>%1: لا يُسمح بـ http دون تشفير إلا لـ 127.0.0.1 و[::1].</translation>
    </message>
    <message>
        <source>They belong to machine clients alone.</source>
        <translation>تخص العملاء الآليين وحدهم.</translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation>يبدأ بـ https://</translation>
    </message>
    <message>
        <source>Is needed: the redirect addresses are of several hosts.</source>
        <translation>مطلوب: عناوين إعادة التوجيه على عدة مضيفين.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: outcome=failure type=SSOLogin* since:7d</source>
        <translation>التصفية: outcome=failure type=SSOLogin* since:7d</translation>
    </message>
    <message>
        <source>Filter the audit log</source>
        <translation>تصفية سجل التدقيق</translation>
    </message>
    <message>
        <source>How to write a filter</source>
        <translation>طريقة كتابة التصفية</translation>
    </message>
    <message>
        <source>Suggestions for the filter</source>
        <translation>اقتراحات للتصفية</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>إزالة هذا الشرط</translation>
    </message>
    <message>
        <source>Remove the condition %1</source>
        <translation>إزالة الشرط %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>Save this filter …</source>
        <translation>حفظ عامل التصفية هذا …</translation>
    </message>
    <message>
        <source>Manage saved filters …</source>
        <translation>إدارة عوامل التصفية المحفوظة …</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>تصفية حسب %1</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>حفظ عامل التصفية هذا</translation>
    </message>
    <message>
        <source>Its name. A filter that has it already is replaced.</source>
        <translation>اسمه. يُستبدل عامل التصفية الذي يحمله مسبقًا.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;How to write a filter&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=4&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;outcome=failure&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;success, failure or denied&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;type=SSOLogin*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;an event; * is any text; several with commas&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;role&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;every event with “role” in its name&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;actor:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;who did it: name, address or id&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;target:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;to whom or what&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;app:&quot;Payroll&quot;&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;sign-ins and tokens of that app; * is any text&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;since:7d until:2026-03-01&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;s, m, h, d, w, or a date (UTC)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;GH-7F3K-92QD&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;the login with that reference&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;-type=Token*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;a minus sign, or !=, excludes&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;طريقة كتابة التصفية&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=4&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;outcome=failure&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;success أو failure أو denied&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;type=SSOLogin*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;حدث؛ والعلامة * تعني أي نص؛ تُفصل الأحداث المتعددة بفواصل&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;role&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;كل حدث يرد «role» في اسمه&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;actor:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;الفاعل: اسمه أو عنوانه أو معرّفه&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;target:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;من وقع عليه الفعل أو ما وقع عليه&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;app:&quot;Payroll&quot;&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;عمليات الدخول والرموز لهذا التطبيق؛ و* تعني أي نص&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;since:7d until:2026-03-01&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;s أو m أو h أو d أو w، أو تاريخ (UTC)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;GH-7F3K-92QD&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;عملية الدخول التي تحمل هذا المرجع&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;-type=Token*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;علامة الطرح أو != للاستبعاد&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
</context>
<context>
    <name>FilterTable</name>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>Show more of %1</source>
        <translation>عرض المزيد من %1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>جارٍ تحميل %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>تصفية %1</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>جارٍ التحميل …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>لا شيء يطابق «%1».</translation>
    </message>
    <message>
        <source>There is one item without the filter.</source>
        <translation>يوجد عنصر واحد من دون التصفية.</translation>
    </message>
    <message>
        <source>%1 items without the filter.</source>
        <translation>عدد العناصر من دون التصفية: %1.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>تصدير %1</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>أسطر JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>قيم مفصولة بفواصل (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1, with a manifest beside it.</source>
        <translation>تم التصدير إلى %1 ومعه ملف بيان.</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>تعذّرت كتابة ملف التصدير.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%Ln عناصر</numerusform>
            <numerusform>%Ln عنصرًا</numerusform>
            <numerusform>%Ln عنصر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishPage</name>
    <message>
        <source>Sign-in would be refused</source>
        <translation>سيُرفض تسجيل الدخول</translation>
    </message>
    <message>
        <source>User will be created</source>
        <translation>سيُنشأ المستخدم</translation>
    </message>
    <message>
        <source>User will be matched</source>
        <translation>سيُطابَق المستخدم</translation>
    </message>
    <message>
        <source>What a sign-in comes to</source>
        <translation>نتيجة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Open mapping</source>
        <translation>فتح التعيين</translation>
    </message>
    <message>
        <source>It is visible to nobody until you enable it. Whatever you do here can be taken back with Ctrl+Z.</source>
        <translation>لا يراه أحد قبل أن تفعّله. ويمكن التراجع عن كل ما تفعله هنا بالضغط على Ctrl+Z.</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>اسم العرض</translation>
    </message>
    <message>
        <source>On the button of the sign-in page.</source>
        <translation>يظهر على الزر في صفحة تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم القصير</translation>
    </message>
    <message>
        <source>Lower case, digits, hyphens; apps see it as idp.</source>
        <translation>أحرف لاتينية صغيرة وأرقام وشرطات؛ تراه التطبيقات في idp.</translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>لا توجد claims بعد</translation>
    </message>
    <message>
        <source>Make a test sign-in on the page before, and what comes of its claims is shown here.</source>
        <translation>سجّل الدخول تجريبيًا في الصفحة السابقة، فيظهر هنا ما ينتج عن claims الواردة.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>%1 (not used)</source>
        <translation>%1 (غير مستخدم)</translation>
    </message>
    <message>
        <source>%1 asked, %2 got</source>
        <translation>طُلب %1، ووصل %2</translation>
    </message>
    <message>
        <source>Who is led here</source>
        <translation>من يُقاد إلى هنا</translation>
    </message>
    <message>
        <source>Domains of this provider</source>
        <translation>نطاقات هذا الموفّر</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>The first sign-in binds this account to the person for good: no other account, with the same address or not, is taken for it.</source>
        <translation>يربط تسجيل الدخول الأول هذا الحساب بالشخص نهائيًا: لا يُعدّ أي حساب آخر مكانه، سواء كان له العنوان نفسه أم لا.</translation>
    </message>
    <message>
        <source>This account is bound to the person.</source>
        <translation>هذا الحساب مرتبط بالشخص.</translation>
    </message>
</context>
<context>
    <name>FlowDetail</name>
    <message>
        <source>Nothing was checked yet: the answer of the identity provider has not arrived.</source>
        <translation>لم يُفحص شيء بعد: لم يصل رد موفّر الهوية.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>إعادة التنفيذ</translation>
    </message>
    <message>
        <source>Parts of the sign-in</source>
        <translation>أجزاء عملية الدخول</translation>
    </message>
    <message>
        <source>The messages of this sign-in are not kept (any more). Its checks are.</source>
        <translation>لم تعد رسائل عملية الدخول هذه محفوظة أو لم تُحفظ أصلًا. أما فحوصها فمحفوظة.</translation>
    </message>
    <message>
        <source>Messages (%1)</source>
        <translation>الرسائل (%1)</translation>
    </message>
    <message>
        <source>Checks (%1 of %2 failed)</source>
        <translation>الفحوص (فشل %1 من %2)</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>الفحوص (%1)</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Provider, app</source>
        <translation>الموفّر، التطبيق</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البدء</translation>
    </message>
</context>
<context>
    <name>FlowModel</name>
    <message>
        <source>Signed in</source>
        <translation>تم الدخول</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>الموفّر</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>قبل %1 ث</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>قبل %1 د</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>قبل %1 س</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>قبل %1 ي</translation>
    </message>
    <message>
        <source>%1 UTC, %2 local time (%3)</source>
        <translation>⁦%1 UTC⁩، ⁦%2⁩ بالتوقيت المحلي (⁦%3⁩)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ي</translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <translation>%1 %2 س</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;Connect …</source>
        <translation>اتصال …</translation>
    </message>
    <message>
        <source>&amp;Open a file …</source>
        <translation>فتح ملف …</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>المفتّش</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>حجم النص العادي</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>الأوقات بتوقيت UTC</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>Pr&amp;eferences …</source>
        <translation>التفضيلات …</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>مساعدة عن هذه الصفحة</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Text at %1 %</source>
        <translation>حجم النص %1 %</translation>
    </message>
    <message>
        <source>The broker does not accept the token any more. Connect again with a new one.</source>
        <translation>لم يعد الوسيط يقبل الرمز. اتصل مجددًا برمز جديد.</translation>
    </message>
    <message>
        <source>The broker does not answer: %1</source>
        <translation>الوسيط لا يستجيب: %1</translation>
    </message>
    <message>
        <source>No login with the reference %1 is kept here.</source>
        <translation>لا توجد هنا عملية دخول محفوظة بالمرجع %1.</translation>
    </message>
    <message>
        <source>&amp;Go to or do anything …</source>
        <translation>الانتقال إلى أي موضع أو تنفيذ أي أمر …</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>محلي</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>التوقيت: UTC</translation>
    </message>
    <message>
        <source>Times in local time</source>
        <translation>التوقيت: محلي</translation>
    </message>
    <message>
        <source>Times are in UTC. Press for local time.</source>
        <translation>الأوقات بتوقيت UTC. اضغط للتوقيت المحلي.</translation>
    </message>
    <message>
        <source>Times are in local time. Press for UTC.</source>
        <translation>الأوقات بالتوقيت المحلي. اضغط لتوقيت UTC.</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>تصدير …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>طباعة …</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>لوحة</translation>
    </message>
    <message>
        <source>Action here</source>
        <translation>إجراء هنا</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>المستأجر</translation>
    </message>
    <message>
        <source>&amp;Lock the console</source>
        <translation>&amp;قفل وحدة التحكم</translation>
    </message>
    <message>
        <source>Ne&amp;xt match</source>
        <translation>المطابقة ال&amp;تالية</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>المطابقة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>%1 as a document to print</source>
        <translation>%1 مستندًا للطباعة</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>مستندات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>كُتب إلى %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>تعذّرت كتابة %1.</translation>
    </message>
</context>
<context>
    <name>GetPage</name>
    <message>
        <source>&amp;Paste an issuer, an address of metadata or the document itself, or drop a file</source>
        <translation>الصق issuer أو عنوان البيانات الوصفية أو المستند نفسه، أو أفلت ملفًا هنا</translation>
    </message>
    <message>
        <source>Issuer, metadata address or document</source>
        <translation>issuer أو عنوان البيانات الوصفية أو المستند</translation>
    </message>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>السرّ في الترويسة (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>السرّ في المتن (post)</translation>
    </message>
    <message>
        <source>Signed with our key (private_key_jwt)</source>
        <translation>بتوقيع مفتاحنا (private_key_jwt)</translation>
    </message>
    <message>
        <source>None (public client, PKCE only)</source>
        <translation>لا شيء (عميل عام، PKCE فقط)</translation>
    </message>
    <message>
        <source>Exactly as the provider spells it, slash by slash.</source>
        <translation>كما يكتبه الموفّر تمامًا، بما في ذلك كل شرطة مائلة.</translation>
    </message>
    <message>
        <source>Entra directories</source>
        <translation>أدلة Entra</translation>
    </message>
    <message>
        <source>The directory ids that may sign in; needed with {tenantid} in the issuer.</source>
        <translation>معرّفات الأدلة المسموح لها بتسجيل الدخول؛ مطلوبة إذا احتوى issuer على {tenantid}.</translation>
    </message>
    <message>
        <source>We prove ourselves by</source>
        <translation>نثبت هويتنا بواسطة</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again.</source>
        <translation>يُحفظ مشفّرًا ولا يُعرض مجددًا أبدًا.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>قيم scope</translation>
    </message>
    <message>
        <source>Ask for level</source>
        <translation>المستوى المطلوب</translation>
    </message>
    <message>
        <source>Authentication levels (acr) to ask for; empty: none.</source>
        <translation>مستويات المصادقة (acr) المطلوبة؛ اتركه فارغًا لعدم طلب أي منها.</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>People with these addresses are led here. They must be verified for the tenant.</source>
        <translation>يُوجَّه أصحاب العناوين التابعة لهذه النطاقات إلى هنا. يجب أن تكون موثَّقة للمستأجر.</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <translation>من %1: %2</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>مثلًا %1</translation>
    </message>
    <message>
        <source>scopes</source>
        <translation>قيم scope</translation>
    </message>
    <message>
        <source>our proof</source>
        <translation>إثبات هويتنا</translation>
    </message>
    <message>
        <source>%1 From metadata: %2.</source>
        <translation>%1 من البيانات الوصفية: %2.</translation>
    </message>
    <message>
        <source>This file cannot be read, or is larger than 1 MiB.</source>
        <translation>لا يمكن قراءة هذا الملف، أو أن حجمه يتجاوز 1 MiB.</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>السلطات الموثوقة</translation>
    </message>
    <message>
        <source>Besides the system&apos;s, and for this provider alone.</source>
        <translation>إضافةً إلى سلطات النظام، ولهذا الموفّر وحده.</translation>
    </message>
    <message>
        <source>Entity ID: %1</source>
        <translation>معرّف الكيان: %1</translation>
    </message>
    <message>
        <source>SSO URL: %1</source>
        <translation>عنوان SSO: %1</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>الشهادة: %1</translation>
    </message>
    <message>
        <source>&amp;Paste an address of metadata, the document itself or a certificate, or drop a file</source>
        <translation>ال&amp;صق عنوان البيانات الوصفية أو المستند نفسه أو شهادة، أو أفلت ملفًا</translation>
    </message>
</context>
<context>
    <name>GivePage</name>
    <message>
        <source>redirect URI</source>
        <translation>redirect URI</translation>
    </message>
    <message>
        <source>all values as text</source>
        <translation>كل القيم نصًا</translation>
    </message>
    <message>
        <source>Give this to %1</source>
        <translation>ما يُعطى إلى %1</translation>
    </message>
    <message>
        <source>Where in %1?</source>
        <translation>أين في %1؟</translation>
    </message>
    <message>
        <source>Application type: web. Scopes to allow: %1</source>
        <translation>نوع التطبيق: ويب. قيم scope المطلوب السماح بها: %1</translation>
    </message>
    <message>
        <source>Register Gatehouse at %1 as a web application (OpenID Connect, authorization code with PKCE):</source>
        <translation>سجّل Gatehouse لدى %1 بصفته تطبيق ويب (OpenID Connect، authorization code مع PKCE):</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>نسخ الكل نصًا</translation>
    </message>
    <message>
        <source>This broker answers at %1, which only this machine can reach. Signing in with a browser on this machine works. What the provider sends by itself (provisioning, security events, logout behind the browser&apos;s back) needs a public https address.</source>
        <translation>هذا الوسيط متاح على %1، وهو عنوان لا يصل إليه إلا هذا الجهاز. تسجيل الدخول من متصفح على هذا الجهاز يعمل. أما ما يرسله الموفّر من تلقاء نفسه (إدارة الحسابات آليًا، وأحداث الأمان، وتسجيل الخروج من دون المرور بالمتصفح) فيحتاج إلى عنوان https عام.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>مطلوب</translation>
    </message>
    <message>
        <source>OpenID Connect</source>
        <translation>OpenID Connect</translation>
    </message>
    <message>
        <source>SAML 2.0</source>
        <translation>SAML 2.0</translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation>ال&amp;بروتوكول</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>البروتوكول</translation>
    </message>
    <message>
        <source>Register Gatehouse at %1 as a service provider (SAML 2.0):</source>
        <translation>سجّل Gatehouse لدى %1 كمزوّد خدمة (SAML 2.0):</translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message>
        <source>%1 (%2)</source>
        <comment>person (role)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%Ln آخرون</numerusform>
            <numerusform>%1 و%Ln آخرون</numerusform>
            <numerusform>%1 و%Ln آخرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Only administrators change it</source>
        <translation>لا يغيّرها إلا المسؤولون</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;الوصف</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;الأدوار</translation>
    </message>
    <message>
        <source>Everybody in the group has them, and whoever is in a group within it.</source>
        <translation>يحملها كل من في المجموعة، ومن في مجموعة بداخلها.</translation>
    </message>
    <message>
        <source>Directories and sign-ins are refused who comes and goes.</source>
        <translation>لا يُسمح للأدلّة وعمليات الدخول بإضافة أحد أو إخراجه.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>مطلوب.</translation>
    </message>
    <message>
        <source>Gain a role: %1.</source>
        <translation>يكسبون دورًا: %1.</translation>
    </message>
    <message>
        <source>Lose a role: %1.</source>
        <translation>يفقدون دورًا: %1.</translation>
    </message>
    <message>
        <source>Nobody&apos;s roles change by it.</source>
        <translation>لا تتغيّر أدوار أحد بذلك.</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Directory</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>الدخول</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>يمنح أدوارًا</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أنشأها</translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>إضافة أشخاص…</translation>
    </message>
    <message>
        <source>Add groups…</source>
        <translation>إضافة مجموعات…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>People together, and the roles that they have because of it.</source>
        <translation>أشخاص معًا، والأدوار التي لهم بسبب ذلك.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>No group yet. Directories bring theirs, sign-ins can, and you can make one.</source>
        <translation>لا مجموعة بعد. تجلب الأدلّة مجموعاتها، ويمكن للدخول ذلك، ويمكنك إنشاء واحدة.</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>إنشاء مجموعة</translation>
    </message>
    <message>
        <source>Nobody is in this group.</source>
        <translation>لا أحد في هذه المجموعة.</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>إضافة أشخاص</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Parts of the group</source>
        <translation>أجزاء المجموعة</translation>
    </message>
    <message>
        <source>Delete this group</source>
        <translation>حذف هذه المجموعة</translation>
    </message>
    <message>
        <source>Select a group to see who is in it and what it gives.</source>
        <translation>اختر مجموعة لترى من فيها وما تمنحه.</translation>
    </message>
    <message>
        <source>People can be added once it is there.</source>
        <translation>يمكن إضافة الأشخاص بعد إنشائها.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>محميّة</translation>
    </message>
    <message>
        <source>People in it</source>
        <translation>الأشخاص فيها</translation>
    </message>
    <message>
        <source>Without those of the groups within it</source>
        <translation>دون أشخاص المجموعات بداخلها</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>يمنح أدوارًا</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أنشأها</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>المعرّف الخارجي</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>صحّح الحقول أولًا</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>معاينة التغييرات ثم تطبيقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>Delete the group %1?</source>
        <translation>حذف المجموعة %1؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are in it no longer.</source>
        <translation>
            <numerusform>لا أحد يخرج منها.</numerusform>
            <numerusform>شخص واحد لم يعد فيها.</numerusform>
            <numerusform>شخصان لم يعودا فيها.</numerusform>
            <numerusform>%Ln أشخاص لم يعودوا فيها.</numerusform>
            <numerusform>%Ln شخصًا لم يعودوا فيها.</numerusform>
            <numerusform>%Ln شخصًا لم يعودوا فيها.</numerusform>
        </translation>
    </message>
    <message>
        <source>They lose the roles that it gives: %1.</source>
        <translation>يفقدون الأدوار التي تمنحها: %1.</translation>
    </message>
    <message>
        <source>Deleted the group %1.</source>
        <translation>حُذفت المجموعة %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people came into the group.</source>
        <translation>
            <numerusform>لم يدخل أحد المجموعة.</numerusform>
            <numerusform>دخل شخص المجموعة.</numerusform>
            <numerusform>دخل شخصان المجموعة.</numerusform>
            <numerusform>دخل %Ln أشخاص المجموعة.</numerusform>
            <numerusform>دخل %Ln شخصًا المجموعة.</numerusform>
            <numerusform>دخل %Ln شخصًا المجموعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are out of the group.</source>
        <translation>
            <numerusform>لم يخرج أحد من المجموعة.</numerusform>
            <numerusform>خرج شخص من المجموعة.</numerusform>
            <numerusform>خرج شخصان من المجموعة.</numerusform>
            <numerusform>خرج %Ln أشخاص من المجموعة.</numerusform>
            <numerusform>خرج %Ln شخصًا من المجموعة.</numerusform>
            <numerusform>خرج %Ln شخصًا من المجموعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Whoever is in it belongs to this group as well now.</source>
        <translation>من فيها ينتمي الآن إلى هذه المجموعة أيضًا.</translation>
    </message>
    <message>
        <source>The group is within this one no longer.</source>
        <translation>لم تعد المجموعة داخل هذه.</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>In memory only: the data of this demo ends with it.</source>
        <translation>في الذاكرة فقط: تنتهي بيانات هذا العرض بانتهائه.</translation>
    </message>
    <message>
        <source>In the file master.key beside the data.</source>
        <translation>في الملف master.key بجانب البيانات.</translation>
    </message>
    <message>
        <source>In the keychain (%1). Who is signed in to this desktop can open the data.</source>
        <translation>في سلسلة المفاتيح (%1). من سجّل الدخول إلى سطح المكتب هذا يمكنه فتح البيانات.</translation>
    </message>
    <message>
        <source>Nowhere: your passphrase makes it (Argon2id). Nobody can restore it.</source>
        <translation>لا مكان: عبارة مرورك تُنشئه (Argon2id). لا يمكن لأحد استعادته.</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>مفتاح البيانات</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>%1: keys and tokens are kept there.</source>
        <translation>%1: تُحفظ المفاتيح والرموز هناك.</translation>
    </message>
    <message>
        <source>None. A passphrase opens the data, and tokens are asked for each time.</source>
        <translation>لا توجد. عبارة مرور تفتح البيانات، وتُطلب الرموز في كل مرة.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>نص المساعدة</translation>
    </message>
    <message>
        <source>%1 – Gatehouse Help</source>
        <translation>%1 – مساعدة Gatehouse</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>قبل التغيير وبعده</translation>
    </message>
    <message>
        <source>Open the object</source>
        <translation>فتح العنصر</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <source>Every change, by whom, and what was before. Each can be taken back.</source>
        <translation>كل تغيير ومن أجراه وما كان قبله. يمكن التراجع عن أي منها.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. What you apply appears here.</source>
        <translation>لم يتغيّر شيء بعد. سيظهر هنا ما تطبّقه.</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>التراجع عن هذا التغيير</translation>
    </message>
    <message>
        <source>Makes a draft that puts back what was before; you look at it before it is applied</source>
        <translation>ينشئ مسودة تعيد ما كان من قبل، لتراجعها قبل تطبيقها</translation>
    </message>
    <message>
        <source>Select a change to see what it did.</source>
        <translation>اختر تغييرًا لترى ما أحدثه.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Log record</source>
        <translation>قيد السجل</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>It is already as it was before this change.</source>
        <translation>الحال الآن كما كانت قبل هذا التغيير.</translation>
    </message>
    <message>
        <source>Take back …</source>
        <translation>تراجع …</translation>
    </message>
    <message>
        <source>Open the identity providers</source>
        <translation>فتح موفّري الهوية</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Is it running, is anything about to break, what went wrong.</source>
        <translation>هل يعمل الوسيط، وما الذي يوشك أن يتعطل، وما الذي فشل.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>sign-ins today</source>
        <translation>عمليات دخول اليوم</translation>
    </message>
    <message>
        <source>refused today</source>
        <translation>مرفوضة اليوم</translation>
    </message>
    <message>
        <source>p95 of a login</source>
        <translation>زمن الدخول p95</translation>
    </message>
    <message>
        <source>sessions open</source>
        <translation>جلسات مفتوحة</translation>
    </message>
    <message>
        <source>Why, last 24 hours</source>
        <translation>الأسباب، آخر 24 ساعة</translation>
    </message>
    <message>
        <source>What expires could not be read: %1</source>
        <translation>تعذّرت قراءة ما ستنتهي صلاحيته: %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2; the broker&apos;s share of whole logins in the last hour</source>
        <translation>p50 %1، p99 %2؛ حصة الوسيط من عمليات الدخول الكاملة في الساعة الأخيرة</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>No sign-in was refused in the last 24 hours.</source>
        <translation>لم يُرفض أي تسجيل دخول خلال آخر 24 ساعة.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>لا مستأجرين</numerusform>
            <numerusform>مستأجر واحد</numerusform>
            <numerusform>مستأجران</numerusform>
            <numerusform>%Ln مستأجرين</numerusform>
            <numerusform>%Ln مستأجرًا</numerusform>
            <numerusform>%Ln مستأجر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identity provider(s)</source>
        <translation>
            <numerusform>لا موفّري هوية</numerusform>
            <numerusform>موفّر هوية واحد</numerusform>
            <numerusform>موفّرا هوية</numerusform>
            <numerusform>%Ln موفّري هوية</numerusform>
            <numerusform>%Ln موفّر هوية</numerusform>
            <numerusform>%Ln موفّر هوية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>لا تطبيقات</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%Ln تطبيقات</numerusform>
            <numerusform>%Ln تطبيقًا</numerusform>
            <numerusform>%Ln تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Show the logins that failed with %1</source>
        <translation>عرض عمليات الدخول التي فشلت بسبب %1</translation>
    </message>
</context>
<context>
    <name>HttpTransport</name>
    <message>
        <source>%1 refused the connection on port %2.</source>
        <translation>رفض %1 الاتصال على المنفذ %2.</translation>
    </message>
    <message>
        <source>No such host: %1.</source>
        <translation>مضيف غير موجود: %1.</translation>
    </message>
    <message>
        <source>No answer from %1 in %2 s.</source>
        <translation>لا رد من %1 خلال %2 ث.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>شهادة %1 غير موثوق بها هنا.</translation>
    </message>
    <message>
        <source>This is not an address of a broker: %1</source>
        <translation>هذا ليس عنوان وسيط: %1</translation>
    </message>
    <message>
        <source>%1 is not an https address. The token would travel in clear.</source>
        <translation>%1 ليس عنوان https. سيُنقل الرمز من دون تشفير.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>تُرك كما هو</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>مثلًا</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>هو</translation>
    </message>
    <message>
        <source>Leave people who are there already as they are</source>
        <translation>ترك الأشخاص الموجودين كما هم</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>ما يصير إليه</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>سبب رفضه</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>حفظ الصفوف المرفوضة…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Import people from a list</source>
        <translation>استيراد أشخاص من قائمة</translation>
    </message>
    <message>
        <source>A CSV file in UTF-8, as a spreadsheet or another directory writes it. Its first line names the columns; a user name or an e-mail address says who somebody is. Nothing is written before you have seen what would become of the first rows.</source>
        <translation>ملف CSV بترميز UTF-8 كما يكتبه جدول أو دليل آخر. يسمّي سطره الأول الأعمدة؛ ويدلّ اسم المستخدم أو عنوان البريد على الشخص. لا يُكتب شيء قبل أن ترى ما ستصير إليه الصفوف الأولى.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>ما هو كل عمود</translation>
    </message>
    <message>
        <source>What would become of the first rows</source>
        <translation>ما ستصير إليه الصفوف الأولى</translation>
    </message>
    <message>
        <source>Rows taken in</source>
        <translation>الصفوف المستوردة</translation>
    </message>
    <message>
        <source>%v of %m rows</source>
        <comment>progress: %v and %m are numbers</comment>
        <translation>%v من %m صفًا</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>قوائم (*.csv *.txt *.tsv);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>يتعذّر فتح %1.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>attribute “%1”</source>
        <translation>السمة «%1»</translation>
    </message>
    <message>
        <source>What the column %1 is</source>
        <translation>ما هو العمود %1</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>لا صفوف للاستيراد</numerusform>
            <numerusform>استيراد صف واحد</numerusform>
            <numerusform>استيراد صفين</numerusform>
            <numerusform>استيراد %Ln صفوف</numerusform>
            <numerusform>استيراد %Ln صفًا</numerusform>
            <numerusform>استيراد %Ln صفًا</numerusform>
        </translation>
    </message>
    <message>
        <source>No column says who somebody is: one has to be userName or email.</source>
        <translation>لا عمود يدلّ على الشخص: لا بدّ أن يكون أحدها userName أو email.</translation>
    </message>
    <message>
        <source>Of the first %1: %2 new, %3 changed, %4 the same, %5 refused. Nothing is written yet.</source>
        <translation>من أول %1: %2 جديد، %3 متغيّر، %4 كما هو، %5 مرفوض. لم يُكتب شيء بعد.</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays; Go on takes in the rest.</source>
        <translation>توقّف. ما استُورد يبقى؛ والمتابعة تستورد الباقي.</translation>
    </message>
    <message>
        <source>Not all was taken in. Go on takes in the rest.</source>
        <translation>لم يُستورد الكل. والمتابعة تستورد الباقي.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 the same, %4 left alone, %5 refused.</source>
        <translation>%1 جديد، %2 متغيّر، %3 كما هو، %4 متروك، %5 مرفوض.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>تمّ.</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>حفظ الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>قوائم (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>تتعذّر كتابة %1.</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>The file is larger than 64 MB. Split it.</source>
        <translation>الملف أكبر من 64 ميغابايت. قسّمه.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as CSV UTF-8.</source>
        <translation>الملف ليس بترميز UTF-8. احفظه بصيغة CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is no CSV: %1.</source>
        <translation>هذا ليس CSV: %1.</translation>
    </message>
    <message>
        <source>The file has no rows. Its first line names the columns.</source>
        <translation>لا صفوف في الملف. سطره الأول يسمّي الأعمدة.</translation>
    </message>
</context>
<context>
    <name>JsonEdit</name>
    <message>
        <source>this must be an object, in braces</source>
        <translation>يجب أن يكون كائنًا بين قوسين معقوفين</translation>
    </message>
    <message>
        <source>a text without its closing quote</source>
        <translation>نص بلا علامة اقتباس ختامية</translation>
    </message>
    <message>
        <source>a colon is missing after a name</source>
        <translation>تنقص نقطتان رأسيتان بعد أحد الأسماء</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>تنقص فاصلة</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>هذه ليست قيمة JSON</translation>
    </message>
    <message>
        <source>a closing brace is missing</source>
        <translation>ينقص قوس معقوف ختامي</translation>
    </message>
    <message>
        <source>a closing bracket is missing</source>
        <translation>ينقص قوس مربّع ختامي</translation>
    </message>
    <message>
        <source>there is more after the end of the object</source>
        <translation>يوجد نص بعد نهاية الكائن</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>هذا ليس JSON</translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>KeyDetail</name>
    <message>
        <source>Who has fetched it</source>
        <translation>من جلبه</translation>
    </message>
    <message>
        <source>Apps and the key</source>
        <translation>التطبيقات والمفتاح</translation>
    </message>
    <message>
        <source>No app proves tokens by these keys.</source>
        <translation>لا يتحقق أي تطبيق من الرموز بهذه المفاتيح.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ما يحدث</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>معرّف المفتاح</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>نُشر</translation>
    </message>
    <message>
        <source>May sign from</source>
        <translation>يمكنه التوقيع من</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>يتسلّم</translation>
    </message>
    <message>
        <source>Signs since</source>
        <translation>يوقّع منذ</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>استُبدل</translation>
    </message>
    <message>
        <source>Retires</source>
        <translation>يتقاعد</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>تقاعد</translation>
    </message>
    <message>
        <source>Who has fetched %1</source>
        <translation>من جلب %1</translation>
    </message>
    <message>
        <source>Apps and the key %1</source>
        <translation>التطبيقات والمفتاح %1</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>%1, audit log</source>
        <translation>%1، سجل التدقيق</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>الخوارزمية</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>نُشر</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ما يحدث</translation>
    </message>
</context>
<context>
    <name>KeyTimeline</name>
    <message>
        <source>Timeline of the keys</source>
        <translation>الخط الزمني للمفاتيح</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>لا مفاتيح</numerusform>
            <numerusform>مفتاح واحد</numerusform>
            <numerusform>مفتاحان</numerusform>
            <numerusform>%n مفاتيح</numerusform>
            <numerusform>%n مفتاحًا</numerusform>
            <numerusform>%n مفتاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>الحالي</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>الآن، %1</translation>
    </message>
    <message>
        <source>Next: published, signs nothing. Current: signs. Previous: proves what it signed.</source>
        <translation>التالي: منشور ولا يوقّع شيئًا. الحالي: يوقّع. السابق: يثبت ما وقّعه.</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>الحالي</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>متقاعد</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Signs the audit log&apos;s checkpoints, never a token.</source>
        <translation>يوقّع نقاط فحص سجل التدقيق، ولا يوقّع رمزًا أبدًا.</translation>
    </message>
    <message>
        <source>Takes over by itself: %1.</source>
        <translation>يتسلّم تلقائيًا: %1.</translation>
    </message>
    <message>
        <source>May sign from %1 on; before that not everybody can have fetched it.</source>
        <translation>يمكنه التوقيع ابتداءً من %1؛ قبل ذلك لا يمكن أن يكون الجميع قد جلبه.</translation>
    </message>
    <message>
        <source>Everybody can have fetched it. Waits to be made current.</source>
        <translation>يمكن أن يكون الجميع قد جلبه. ينتظر أن يصبح المفتاح الحالي.</translation>
    </message>
    <message>
        <source>Signs since %1.</source>
        <translation>يوقّع منذ %1.</translation>
    </message>
    <message>
        <source>Proves what it signed, and is retired by itself: %1.</source>
        <translation>يثبت ما وقّعه، ويتقاعد تلقائيًا: %1.</translation>
    </message>
    <message>
        <source>Proves what it signed.</source>
        <translation>يثبت ما وقّعه.</translation>
    </message>
    <message>
        <source>Retired since %1.</source>
        <translation>متقاعد منذ %1.</translation>
    </message>
    <message>
        <source>Revoked since %1: what it signed is refused.</source>
        <translation>ملغى منذ %1: يُرفض ما وقّعه.</translation>
    </message>
    <message>
        <source>Has the key</source>
        <translation>لديه المفتاح</translation>
    </message>
    <message>
        <source>Only older keys</source>
        <translation>مفاتيح أقدم فقط</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>لم يُرَ قط</translation>
    </message>
    <message>
        <source>Fetched from where this app proves itself</source>
        <translation>جُلب من حيث يثبت هذا التطبيق هويته</translation>
    </message>
    <message>
        <source>Fetched from where this app and others prove themselves</source>
        <translation>جُلب من حيث يثبت هذا التطبيق وغيره هويتهم</translation>
    </message>
    <message>
        <source>Somebody who named this app fetched it</source>
        <translation>جلبه أحدٌ ذكر اسم هذا التطبيق</translation>
    </message>
    <message>
        <source>Nothing is known. It may verify no tokens, or fetch from elsewhere.</source>
        <translation>لا شيء معروف. ربما لا يتحقق من الرموز، أو يجلب من مكان آخر.</translation>
    </message>
    <message>
        <source>Waits to be published to identity providers, by hand.</source>
        <translation>ينتظر نشره لمزوّدي الهوية يدويًا.</translation>
    </message>
    <message>
        <source>Is in our SAML metadata already. Make it current once every provider has it.</source>
        <translation>موجود في بياناتنا الوصفية لـ SAML. اجعله الحالي متى حصل عليه كل مزوّد.</translation>
    </message>
    <message>
        <source>Opens what identity providers encrypt to us, since %1.</source>
        <translation>يفتح ما يشفره لنا مزوّدو الهوية، منذ %1.</translation>
    </message>
    <message>
        <source>Signs what we ask SAML providers, since %1.</source>
        <translation>يوقّع ما نطلبه من مزوّدي SAML، منذ %1.</translation>
    </message>
    <message>
        <source>Opens what is still encrypted to it.</source>
        <translation>يفتح ما لا يزال يُشفر له.</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>تشفير</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Select a key to see its life and who has fetched it.</source>
        <translation>اختر مفتاحًا لترى دورة حياته ومن جلبه.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Another algorithm</source>
        <translation>خوارزمية أخرى</translation>
    </message>
    <message>
        <source>Make current</source>
        <translation>جعله الحالي</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>إحالة إلى التقاعد</translation>
    </message>
    <message>
        <source>Revoke in an emergency</source>
        <translation>إلغاء في حالة الطوارئ</translation>
    </message>
    <message>
        <source>In order, not to scale</source>
        <translation>بالترتيب، لا بالمقياس</translation>
    </message>
    <message>
        <source>There are no keys: the tenant&apos;s keys are sealed, or gone.</source>
        <translation>لا توجد مفاتيح: مفاتيح المستأجر مختومة أو مفقودة.</translation>
    </message>
    <message>
        <source>What tokens are signed with. A new key is published long before it signs.</source>
        <translation>ما تُوقَّع به الرموز. يُنشر المفتاح الجديد قبل أن يوقّع بوقت طويل.</translation>
    </message>
    <message>
        <source>Sign with a further algorithm, for apps that ask for it</source>
        <translation>التوقيع بخوارزمية إضافية للتطبيقات التي تطلبها</translation>
    </message>
    <message>
        <source>The next key takes over as soon as everybody can have fetched it</source>
        <translation>يتسلّم المفتاح التالي ما إن يمكن أن يكون الجميع قد جلبه</translation>
    </message>
    <message>
        <source>Rotate signing key</source>
        <translation>تدوير مفتاح التوقيع</translation>
    </message>
    <message>
        <source>Sign with %1 too</source>
        <translation>التوقيع بـ %1 أيضًا</translation>
    </message>
    <message>
        <source>Every algorithm has a key</source>
        <translation>لكل خوارزمية مفتاح</translation>
    </message>
    <message>
        <source>Somebody else has the private key: everything that it signed is refused at once</source>
        <translation>لدى شخص آخر المفتاح الخاص: يُرفض فورًا كل ما وقّعه</translation>
    </message>
    <message>
        <source>Signs checkpoints of the audit log</source>
        <translation>يوقّع نقاط فحص سجل التدقيق</translation>
    </message>
    <message>
        <source>Signs tokens</source>
        <translation>يوقّع الرموز</translation>
    </message>
    <message>
        <source>Make current in %1</source>
        <translation>جعله الحالي بعد %1</translation>
    </message>
    <message>
        <source>Not everybody can have fetched it yet. Press to do it all the same.</source>
        <translation>لا يمكن أن يكون الجميع قد جلبه بعد. اضغط لفعل ذلك رغم ذلك.</translation>
    </message>
    <message>
        <source>Signs from now on; the current key goes on proving</source>
        <translation>يوقّع من الآن؛ ويستمر المفتاح الحالي في الإثبات</translation>
    </message>
    <message>
        <source>%1 takes over by itself, within a minute of %2. What was signed before stays valid.</source>
        <translation>يتسلّم %1 تلقائيًا في غضون دقيقة من %2. ويبقى ما وُقّع قبل ذلك صالحًا.</translation>
    </message>
    <message>
        <source>Sign with %1 already?</source>
        <translation>هل يُوقَّع بـ %1 من الآن؟</translation>
    </message>
    <message>
        <source>Sign with it now</source>
        <translation>التوقيع به الآن</translation>
    </message>
    <message>
        <source>Apps may hold a list of keys without it, and refuse what it signs until they fetch again.</source>
        <translation>قد تحتفظ التطبيقات بقائمة مفاتيح بدونه، فترفض ما يوقّعه حتى تجلبها من جديد.</translation>
    </message>
    <message>
        <source>From %1 on nobody can be without it.</source>
        <translation>ابتداءً من %1 لا يمكن أن يكون أحد بدونه.</translation>
    </message>
    <message>
        <source>%1 signs from now on.</source>
        <translation>يوقّع %1 من الآن.</translation>
    </message>
    <message>
        <source>Retire %1?</source>
        <translation>إحالة %1 إلى التقاعد؟</translation>
    </message>
    <message>
        <source>Retire this key</source>
        <translation>إحالة هذا المفتاح إلى التقاعد</translation>
    </message>
    <message>
        <source>It is published no more, and what it signed proves nothing any more.</source>
        <translation>لا يُنشر بعد ذلك، وما وقّعه لا يثبت شيئًا.</translation>
    </message>
    <message>
        <source>Tokens that it signed are valid until %1; then it retires by itself.</source>
        <translation>الرموز التي وقّعها صالحة حتى %1؛ ثم يتقاعد تلقائيًا.</translation>
    </message>
    <message>
        <source>Not known to have the current key: %1.</source>
        <translation>لا يُعرف أن لديها المفتاح الحالي: %1.</translation>
    </message>
    <message>
        <source>%1 is retired.</source>
        <translation>تقاعد %1.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>إلغاء %1؟</translation>
    </message>
    <message>
        <source>Revoke this key</source>
        <translation>إلغاء هذا المفتاح</translation>
    </message>
    <message>
        <source>Everything that it signed is refused from now on.</source>
        <translation>يُرفض من الآن كل ما وقّعه.</translation>
    </message>
    <message>
        <source>%1 is revoked; another key signs.</source>
        <translation>أُلغي %1؛ يوقّع مفتاح آخر.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n answer(s) with tokens are lost; apps refresh or ask again.</source>
        <translation>
            <numerusform>لا تضيع أي إجابة تحمل رموزًا (%n).</numerusform>
            <numerusform>تضيع إجابة واحدة تحمل رموزًا على الأكثر؛ تجدّدها التطبيقات أو تسأل من جديد.</numerusform>
            <numerusform>تضيع إجابتان تحملان رموزًا على الأكثر؛ تجدّدهما التطبيقات أو تسأل من جديد.</numerusform>
            <numerusform>تضيع %n إجابات تحمل رموزًا على الأكثر؛ تجدّدها التطبيقات أو تسأل من جديد.</numerusform>
            <numerusform>تضيع %n إجابة تحمل رموزًا على الأكثر؛ تجدّدها التطبيقات أو تسأل من جديد.</numerusform>
            <numerusform>تضيع %n إجابة تحمل رموزًا على الأكثر؛ تجدّدها التطبيقات أو تسأل من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) stay, and so do refresh tokens.</source>
        <translation>
            <numerusform>لا جلسات (%n)، وتبقى رموز التحديث.</numerusform>
            <numerusform>تبقى جلسة واحدة، وكذلك رموز التحديث.</numerusform>
            <numerusform>تبقى جلستان، وكذلك رموز التحديث.</numerusform>
            <numerusform>تبقى %n جلسات، وكذلك رموز التحديث.</numerusform>
            <numerusform>تبقى %n جلسة، وكذلك رموز التحديث.</numerusform>
            <numerusform>تبقى %n جلسة، وكذلك رموز التحديث.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) have to fetch the keys again.</source>
        <translation>
            <numerusform>لا تطبيقات (%n) تحتاج إلى جلب المفاتيح من جديد.</numerusform>
            <numerusform>على تطبيق واحد جلب المفاتيح من جديد.</numerusform>
            <numerusform>على تطبيقين جلب المفاتيح من جديد.</numerusform>
            <numerusform>على %n تطبيقات جلب المفاتيح من جديد.</numerusform>
            <numerusform>على %n تطبيقًا جلب المفاتيح من جديد.</numerusform>
            <numerusform>على %n تطبيق جلب المفاتيح من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new key is made and signs; nobody can have fetched it yet.</source>
        <translation>يُنشأ مفتاح جديد ويوقّع؛ ولا يمكن أن يكون أحد قد جلبه بعد.</translation>
    </message>
    <message>
        <source>%1 signs then.</source>
        <translation>عندئذ يوقّع %1.</translation>
    </message>
    <message>
        <source>Whose keys</source>
        <translation>مفاتيح مَن</translation>
    </message>
    <message>
        <source>This tenant</source>
        <translation>هذا المستأجر</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>البوابة العامة</translation>
    </message>
    <message>
        <source>What tokens of apps for several tenants are signed with</source>
        <translation>ما تُوقَّع به رموز التطبيقات المشتركة بين عدة مستأجرين</translation>
    </message>
</context>
<context>
    <name>LockWindow</name>
    <message>
        <source>The passphrase that opens this broker&apos;s data opens the console again.</source>
        <translation>عبارة المرور التي تفتح بيانات هذا الوسيط تفتح وحدة التحكم من جديد.</translation>
    </message>
    <message>
        <source>The token that this broker was connected with opens the console again.</source>
        <translation>الرمز الذي جرى الاتصال به بهذا الوسيط يفتح وحدة التحكم من جديد.</translation>
    </message>
    <message>
        <source>Sign in at the broker again to go on.</source>
        <translation>سجّل الدخول إلى الوسيط مرة أخرى للمتابعة.</translation>
    </message>
    <message>
        <source>This keeps glances out, not people: no passphrase opened this console, so none can be asked for. Lock the desktop, too, when you leave.</source>
        <translation>هذا يحجب النظرات لا الأشخاص: لم تُفتح وحدة التحكم هذه بعبارة مرور، فلا يمكن طلبها. اقفل سطح المكتب أيضًا عند مغادرتك.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>تسجيل الدخول مجددًا</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Locked – Gatehouse</source>
        <translation>مقفلة – Gatehouse</translation>
    </message>
    <message>
        <source>The console is locked</source>
        <translation>وحدة التحكم مقفلة</translation>
    </message>
    <message>
        <source>The broker goes on serving, and your drafts are kept.</source>
        <translation>يواصل الوسيط عمله، ومسوّداتك محفوظة.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>جارٍ التحقق …</translation>
    </message>
</context>
<context>
    <name>LoginCharts</name>
    <message>
        <source>Logins, last 24 hours</source>
        <translation>عمليات الدخول، آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Logins over the last 24 hours</source>
        <translation>عمليات الدخول خلال آخر 24 ساعة</translation>
    </message>
    <message>
        <source>p95 of logins over the last 24 hours</source>
        <translation>p95 لعمليات الدخول خلال آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>Open the logins</source>
        <translation>فتح عمليات الدخول</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تم الدخول</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>goal 800 ms</source>
        <translation>الهدف 800 ms</translation>
    </message>
    <message>
        <source>Nobody signed in during the last 24 hours.</source>
        <translation>لم يسجّل أحد الدخول خلال آخر 24 ساعة.</translation>
    </message>
    <message>
        <source>%1 % of logins succeeded; the slowest p95 was %2, of 800 ms allowed.</source>
        <translation>نجح %1 % من عمليات الدخول؛ وبلغ أبطأ p95 مقدار %2 من أصل 800 ms مسموح بها.</translation>
    </message>
    <message>
        <source>24 hours ago</source>
        <translation>قبل 24 ساعة</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>LoginMessages</name>
    <message>
        <source>Who asks: the client as it is registered</source>
        <translation>صاحب الطلب: العميل كما هو مسجَّل</translation>
    </message>
    <message>
        <source>Where the answer is to go; must be registered exactly so</source>
        <translation>وجهة الرد؛ يجب أن تكون مسجَّلة بهذه الصيغة تمامًا</translation>
    </message>
    <message>
        <source>What is asked for: a code, to be redeemed</source>
        <translation>المطلوب: code يُستبدل لاحقًا</translation>
    </message>
    <message>
        <source>What of the person is asked for</source>
        <translation>البيانات المطلوبة عن الشخص</translation>
    </message>
    <message>
        <source>Ties the answer to this browser and this attempt</source>
        <translation>يربط الرد بهذا المتصفح وهذه المحاولة</translation>
    </message>
    <message>
        <source>Ties the ID token to this attempt</source>
        <translation>يربط رمز ID بهذه المحاولة</translation>
    </message>
    <message>
        <source>The code that is redeemed for tokens, once</source>
        <translation>قيمة code التي تُستبدل بالرموز، مرة واحدة</translation>
    </message>
    <message>
        <source>Hash of a secret that only the asker can show (PKCE)</source>
        <translation>تجزئة سرّ لا يستطيع إظهاره إلا صاحب الطلب (PKCE)</translation>
    </message>
    <message>
        <source>How that hash was made</source>
        <translation>طريقة حساب تلك التجزئة</translation>
    </message>
    <message>
        <source>The secret behind the challenge (PKCE)</source>
        <translation>السرّ الذي حُسب منه challenge (PKCE)</translation>
    </message>
    <message>
        <source>What is redeemed</source>
        <translation>ما الذي يُستبدل</translation>
    </message>
    <message>
        <source>Proof of the client</source>
        <translation>إثبات هوية العميل</translation>
    </message>
    <message>
        <source>Proof of the client, signed</source>
        <translation>إثبات هوية العميل، موقَّع</translation>
    </message>
    <message>
        <source>Who probably signs in</source>
        <translation>من يُرجَّح أنه يسجّل الدخول</translation>
    </message>
    <message>
        <source>Of which company</source>
        <translation>الشركة التي يتبعها</translation>
    </message>
    <message>
        <source>How strong the sign-in has to be</source>
        <translation>درجة قوة تسجيل الدخول المطلوبة</translation>
    </message>
    <message>
        <source>How old a sign-in may be, in seconds</source>
        <translation>أقصى عمر لتسجيل الدخول بالثواني</translation>
    </message>
    <message>
        <source>Whether to ask the person again, or not at all</source>
        <translation>هل يُسأل الشخص مجددًا، أم لا يُسأل إطلاقًا</translation>
    </message>
    <message>
        <source>The person&apos;s languages</source>
        <translation>لغات الشخص</translation>
    </message>
    <message>
        <source>Single claims that are asked for</source>
        <translation>قيم claim المطلوبة كلٌّ على حدة</translation>
    </message>
    <message>
        <source>Who answers; must be who was asked</source>
        <translation>صاحب الرد؛ يجب أن يكون هو من وُجّه إليه الطلب</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>The same in the provider&apos;s own words</source>
        <translation>السبب نفسه بكلمات الموفّر</translation>
    </message>
    <message>
        <source>The tenant</source>
        <translation>المستأجر</translation>
    </message>
    <message>
        <source>The identity provider to go to</source>
        <translation>موفّر الهوية المقصود</translation>
    </message>
    <message>
        <source>Proof of who asks</source>
        <translation>إثبات هوية صاحب الطلب</translation>
    </message>
    <message>
        <source>Ties the attempt to this browser</source>
        <translation>يربط المحاولة بهذا المتصفح</translation>
    </message>
    <message>
        <source>What the browser is to keep</source>
        <translation>ما على المتصفح حفظه</translation>
    </message>
    <message>
        <source>The other side&apos;s clock</source>
        <translation>ساعة الطرف الآخر</translation>
    </message>
    <message>
        <source>What kind of answer it is</source>
        <translation>نوع الرد</translation>
    </message>
    <message>
        <source>The browser</source>
        <translation>المتصفح</translation>
    </message>
    <message>
        <source>Who issued the token</source>
        <translation>من أصدر الرمز</translation>
    </message>
    <message>
        <source>The account at the provider; never changes</source>
        <translation>الحساب لدى الموفّر؛ لا يتغيّر أبدًا</translation>
    </message>
    <message>
        <source>For whom it was made: our client id</source>
        <translation>لمن أُصدر: معرّف العميل الخاص بنا</translation>
    </message>
    <message>
        <source>The client that it was made for</source>
        <translation>العميل الذي أُصدر له</translation>
    </message>
    <message>
        <source>Not valid after</source>
        <translation>غير صالح بعد</translation>
    </message>
    <message>
        <source>Not valid before</source>
        <translation>غير صالح قبل</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>وقت إصداره</translation>
    </message>
    <message>
        <source>When the person signed in at the provider</source>
        <translation>متى سجّل الشخص الدخول لدى الموفّر</translation>
    </message>
    <message>
        <source>Ties the token to this attempt</source>
        <translation>يربط الرمز بهذه المحاولة</translation>
    </message>
    <message>
        <source>How strong the sign-in was</source>
        <translation>درجة قوة تسجيل الدخول</translation>
    </message>
    <message>
        <source>How the person proved who they are</source>
        <translation>كيف أثبت الشخص هويته</translation>
    </message>
    <message>
        <source>Ties the token to the access token</source>
        <translation>يربط الرمز برمز الوصول</translation>
    </message>
    <message>
        <source>The session at the provider</source>
        <translation>الجلسة لدى الموفّر</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Whether the provider has proven the address</source>
        <translation>هل أثبت الموفّر صحة العنوان</translation>
    </message>
    <message>
        <source>Name for people</source>
        <translation>الاسم المعروض</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Name to sign in with; may change</source>
        <translation>اسم تسجيل الدخول؛ قد يتغيّر</translation>
    </message>
    <message>
        <source>Name to sign in with at Microsoft</source>
        <translation>اسم تسجيل الدخول لدى Microsoft</translation>
    </message>
    <message>
        <source>Groups at the provider</source>
        <translation>المجموعات لدى الموفّر</translation>
    </message>
    <message>
        <source>Roles at the provider</source>
        <translation>الأدوار لدى الموفّر</translation>
    </message>
    <message>
        <source>The directory at Microsoft</source>
        <translation>الدليل لدى Microsoft</translation>
    </message>
    <message>
        <source>The Workspace domain at Google</source>
        <translation>نطاق Workspace لدى Google</translation>
    </message>
    <message>
        <source>How it was signed</source>
        <translation>طريقة توقيعه</translation>
    </message>
    <message>
        <source>With which key of the provider</source>
        <translation>مفتاح الموفّر المستخدم</translation>
    </message>
    <message>
        <source>What kind of token it is</source>
        <translation>نوع الرمز</translation>
    </message>
    <message>
        <source>Sign-in request</source>
        <translation>طلب تسجيل الدخول</translation>
    </message>
    <message>
        <source>On to the provider</source>
        <translation>التوجيه إلى الموفّر</translation>
    </message>
    <message>
        <source>Provider&apos;s answer</source>
        <translation>رد الموفّر</translation>
    </message>
    <message>
        <source>Code for tokens</source>
        <translation>استبدال code بالرموز</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>الرفض</translation>
    </message>
    <message>
        <source>Userinfo request</source>
        <translation>طلب Userinfo</translation>
    </message>
    <message>
        <source>Userinfo</source>
        <translation>Userinfo</translation>
    </message>
    <message>
        <source>Keys, please</source>
        <translation>طلب المفاتيح</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>المفاتيح العامة</translation>
    </message>
    <message>
        <source>Error page</source>
        <translation>صفحة الخطأ</translation>
    </message>
    <message>
        <source>Back to the app</source>
        <translation>العودة إلى التطبيق</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>المتصفح</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>%1 to %2 through the browser</source>
        <translation>من %1 إلى %2 عبر المتصفح</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, after %4</source>
        <translation>%1، %2، %3، بعد %4</translation>
    </message>
    <message>
        <source>taken out, %1 characters</source>
        <translation>محذوف، عدد المحارف %1</translation>
    </message>
    <message>
        <source>(the rest was not kept)</source>
        <translation>(لم يُحفظ الباقي)</translation>
    </message>
    <message>
        <source>App redeems the code</source>
        <translation>التطبيق يستبدل الرمز</translation>
    </message>
    <message>
        <source>Tokens for the app</source>
        <translation>رموز مميزة للتطبيق</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <source>SAML request</source>
        <translation>طلب SAML</translation>
    </message>
    <message>
        <source>SAML response</source>
        <translation>استجابة SAML</translation>
    </message>
</context>
<context>
    <name>LoginsPanel</name>
    <message>
        <source>Logins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>كل النتائج</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تمّ الدخول</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>عملية الدخول</translation>
    </message>
    <message>
        <source>Open bundle</source>
        <translation>فتح حزمة</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>الموفّر</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Each sign-in as it happens, message by message.</source>
        <translation>كل عملية دخول لحظة حدوثها، رسالةً رسالة.</translation>
    </message>
    <message>
        <source>Open a sign-in bundle from a file</source>
        <translation>فتح حزمة عملية دخول من ملف</translation>
    </message>
    <message>
        <source>Open a sign-in bundle</source>
        <translation>فتح حزمة عملية دخول</translation>
    </message>
    <message>
        <source>Gatehouse bundles (*.ghbundle)</source>
        <translation>حزم Gatehouse (*.ghbundle)</translation>
    </message>
    <message>
        <source>Outcome of the logins shown</source>
        <translation>نتيجة عمليات الدخول المعروضة</translation>
    </message>
    <message>
        <source>Make a sign-in and it appears here, step by step.</source>
        <translation>سجّل الدخول لتظهر العملية هنا خطوة بخطوة.</translation>
    </message>
    <message>
        <source>Export this sign-in as a bundle</source>
        <translation>تصدير عملية الدخول هذه كحزمة</translation>
    </message>
    <message>
        <source>Export this sign-in</source>
        <translation>تصدير عملية الدخول هذه</translation>
    </message>
    <message>
        <source>Open the user</source>
        <translation>فتح المستخدم</translation>
    </message>
    <message>
        <source>Open the identity provider</source>
        <translation>فتح موفّر الهوية</translation>
    </message>
    <message>
        <source>Select a login to see what was checked.</source>
        <translation>اختر عملية دخول لترى ما جرى التحقق منه.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>This sign-in never came to an identity provider.</source>
        <translation>لم تصل عملية الدخول هذه إلى أي موفّر هوية.</translation>
    </message>
    <message>
        <source>There is no good sign-in over this identity provider to compare with.</source>
        <translation>لا توجد عملية دخول ناجحة عبر موفّر الهوية هذا للمقارنة بها.</translation>
    </message>
    <message>
        <source>The bundle could not be written: %1.</source>
        <translation>تعذّرت كتابة الحزمة: %1.</translation>
    </message>
    <message>
        <source>Exported to %1. It holds no secret and opens in any Gatehouse console.</source>
        <translation>جرى التصدير إلى %1. لا تحتوي الحزمة على أي سرّ، ويمكن فتحها في أي وحدة تحكم Gatehouse.</translation>
    </message>
    <message>
        <source>Pause the live view</source>
        <translation>إيقاف العرض مؤقتًا</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>+%1 جديد</translation>
    </message>
    <message>
        <source>Live view, press to pause</source>
        <translation>العرض مباشر، اضغط لإيقافه مؤقتًا</translation>
    </message>
    <message numerus="yes">
        <source>Live view paused, %n new login(s), press to go on</source>
        <translation>
            <numerusform>العرض المباشر متوقف، لا عمليات دخول جديدة، اضغط للمتابعة</numerusform>
            <numerusform>العرض المباشر متوقف، عملية دخول جديدة واحدة، اضغط للمتابعة</numerusform>
            <numerusform>العرض المباشر متوقف، عمليتا دخول جديدتان، اضغط للمتابعة</numerusform>
            <numerusform>العرض المباشر متوقف، %n عمليات دخول جديدة، اضغط للمتابعة</numerusform>
            <numerusform>العرض المباشر متوقف، %n عملية دخول جديدة، اضغط للمتابعة</numerusform>
            <numerusform>العرض المباشر متوقف، %n عملية دخول جديدة، اضغط للمتابعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>متابعة (Space)</translation>
    </message>
    <message>
        <source>Pause the live view (Space)</source>
        <translation>إيقاف العرض المباشر مؤقتًا (Space)</translation>
    </message>
    <message>
        <source>Only logins that were refused with this. Press to see all.</source>
        <translation>عمليات الدخول المرفوضة لهذا السبب فقط. اضغط لعرض الكل.</translation>
    </message>
    <message>
        <source>Show all logins, not only those refused with %1</source>
        <translation>عرض كل عمليات الدخول، لا المرفوضة بسبب %1 فقط</translation>
    </message>
    <message>
        <source>Start a sandbox sign-in</source>
        <translation>بدء تسجيل دخول في بيئة التجربة</translation>
    </message>
    <message>
        <source>No login ended like this.</source>
        <translation>لم تنتهِ أي عملية دخول هكذا.</translation>
    </message>
    <message>
        <source>No login of %1 was refused with %2.</source>
        <translation>لم تُرفض أي عملية دخول في %1 بسبب %2.</translation>
    </message>
    <message>
        <source>Show all logins</source>
        <translation>عرض كل عمليات الدخول</translation>
    </message>
    <message>
        <source>Codes and tokens</source>
        <translation>الرموز والرموز المميزة</translation>
    </message>
    <message>
        <source>Show codes and tokens of this sign-in</source>
        <translation>عرض رموز تسجيل الدخول هذا</translation>
    </message>
    <message>
        <source>As long as they are kept. The audit log says who looked.</source>
        <translation>ما دامت محفوظة. يذكر سجل التدقيق من اطّلع عليها.</translation>
    </message>
    <message>
        <source>This sign-in was made before secrets were kept.</source>
        <translation>جرى تسجيل الدخول هذا قبل حفظ الأسرار.</translation>
    </message>
    <message>
        <source>Sign in again: of the next one they are there.</source>
        <translation>سجّل الدخول مرة أخرى: ستكون موجودة للتالي.</translation>
    </message>
</context>
<context>
    <name>LoopbackRedirect</name>
    <message>
        <source>Not this way</source>
        <translation>ليس من هنا</translation>
    </message>
    <message>
        <source>This page does not belong to a request that is under way.</source>
        <translation>هذه الصفحة لا تخص أي طلب جارٍ.</translation>
    </message>
    <message>
        <source>Back to Gatehouse</source>
        <translation>العودة إلى Gatehouse</translation>
    </message>
    <message>
        <source>You can close this page and go back to the console.</source>
        <translation>يمكنك إغلاق هذه الصفحة والعودة إلى وحدة التحكم.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Gatehouse[*]</source>
        <translation>Gatehouse[*]</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>المستأجر</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>The broker wants you to come in again.</source>
        <translation>يطلب الوسيط تسجيل دخولك من جديد.</translation>
    </message>
    <message>
        <source>%1[*] – Gatehouse</source>
        <translation>%1[*] – Gatehouse</translation>
    </message>
    <message>
        <source>%1  at %2</source>
        <translation>%1  على %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>أدوات</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>حول Gatehouse</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>حول Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse %1, a multi-tenant identity broker.
Apache License 2.0.</source>
        <translation>Gatehouse %1، وسيط هوية متعدد المستأجرين.
Apache License 2.0.</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>وفق سطح المكتب</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>The tenant that the panels below its name show</source>
        <translation>المستأجر الذي تعرضه اللوحات المدرجة تحت اسمه</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Review and &amp;apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>Not applied: %1</source>
        <translation>لم يُطبَّق: %1</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile.</source>
        <translation>غيّر شخص آخر %1 في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Review and &amp;apply (%1)</source>
        <translation>مراجعة وتطبيق (%1)</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>راجع التغييرات ثم طبّقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Undo the change of %1 (Ctrl+Z)</source>
        <translation>التراجع عن تغيير %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>Redo the change of %1 (Ctrl+Shift+Z)</source>
        <translation>إعادة تغيير %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>جرى التراجع: %1.</translation>
    </message>
    <message>
        <source>Applied again: %1.</source>
        <translation>طُبِّق من جديد: %1.</translation>
    </message>
    <message>
        <source>Applied: %1.</source>
        <translation>طُبِّق: %1.</translation>
    </message>
    <message>
        <source>%1 Merged with what somebody changed meanwhile.</source>
        <translation>%1 دُمج ذلك مع ما غيّره شخص آخر في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>First the company: create its tenant, then connect its identity provider.</source>
        <translation>ابدأ بالشركة: أنشئ مستأجرها، ثم اربط موفّر هويتها.</translation>
    </message>
    <message>
        <source>Built-in company</source>
        <translation>الشركة المدمجة</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>فتح ملف</translation>
    </message>
    <message>
        <source>Recorded logins (*.ghbundle);;All files (*)</source>
        <translation>عمليات دخول مسجّلة (*.ghbundle);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 is of no kind that opens here.</source>
        <translation>نوع %1 ليس مما يُفتح هنا.</translation>
    </message>
    <message>
        <source>This address leads nowhere here.</source>
        <translation>هذا العنوان لا يؤدي إلى شيء هنا.</translation>
    </message>
    <message>
        <source>Waiting for the broker</source>
        <translation>في انتظار الوسيط</translation>
    </message>
</context>
<context>
    <name>MappingColumns</name>
    <message>
        <source>Arrived</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What arrived, and what results</source>
        <translation>ما ورد وما ينتج عنه</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>Revert</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>A mapping belongs to an identity provider. Connect one first.</source>
        <translation>كل تعيين يتبع موفّر هوية. اربط موفّرًا أولًا.</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>ربط موفّر هوية</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>تعيين claims</translation>
    </message>
    <message>
        <source>What a sign-in makes of the claims that an identity provider sends. Nobody is changed by a preview.</source>
        <translation>ما ينتج عند تسجيل الدخول من claims التي يرسلها موفّر الهوية. المعاينة لا تغيّر أي مستخدم.</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Sign-ins use the applied mapping. What you try here is a draft.</source>
        <translation>يعتمد تسجيل الدخول على التعيين المطبَّق. ما تجرّبه هنا مسودة.</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>راجع التغييرات ثم طبّقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>Review and apply the mapping</source>
        <translation>مراجعة التعيين وتطبيقه</translation>
    </message>
    <message>
        <source>Revert the mapping</source>
        <translation>استرجاع التعيين</translation>
    </message>
    <message>
        <source>The source of the mapping does not parse.</source>
        <translation>تعذّر تحليل مصدر التعيين.</translation>
    </message>
    <message>
        <source>The last logins could not be run: %1</source>
        <translation>تعذّر تشغيل عمليات الدخول الأخيرة: %1</translation>
    </message>
    <message>
        <source>Run the last logins through the mapping</source>
        <translation>تمرير عمليات الدخول الأخيرة عبر التعيين</translation>
    </message>
</context>
<context>
    <name>MeantForm</name>
    <message>
        <source>Any app</source>
        <translation>أي تطبيق</translation>
    </message>
    <message>
        <source>Any identity provider</source>
        <translation>أي موفّر هوية</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>An IP address or a network such as 192.0.2.0/24</source>
        <translation>عنوان IP أو شبكة مثل 192.0.2.0/24</translation>
    </message>
</context>
<context>
    <name>MemberModel</name>
    <message>
        <source>a group, with all who are in it</source>
        <translation>مجموعة بكل من فيها</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>MessageDetail</name>
    <message>
        <source>The message as it was kept</source>
        <translation>الرسالة كما حُفظت</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>مفكوكة</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>خام</translation>
    </message>
    <message>
        <source>Message decoded or raw</source>
        <translation>الرسالة مفكوكة الترميز أو خام</translation>
    </message>
    <message>
        <source>From %1 to %2, carried by the browser.</source>
        <translation>من %1 إلى %2، عبر المتصفح.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>يؤدي إلى</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Header of the token</source>
        <translation>ترويسة الرمز</translation>
    </message>
    <message>
        <source>Claims of the ID token</source>
        <translation>claims في رمز ID</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
</context>
<context>
    <name>NestedRows</name>
    <message>
        <source>%1, expanded</source>
        <translation>%1، موسّع</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1، مطوي</translation>
    </message>
</context>
<context>
    <name>NotificationBell</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>الإشعارات، %n إشعار غير مقروء</numerusform>
            <numerusform>الإشعارات، إشعار واحد غير مقروء</numerusform>
            <numerusform>الإشعارات، إشعاران غير مقروءين</numerusform>
            <numerusform>الإشعارات، %n إشعارات غير مقروءة</numerusform>
            <numerusform>الإشعارات، %n إشعارًا غير مقروء</numerusform>
            <numerusform>الإشعارات، %n إشعار غير مقروء</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>مسح كل الإشعارات</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>لا شيء يحتاج إليك الآن.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>إظهار: %1</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The console of the Gatehouse identity broker. Without --connect it runs a broker of its own.</source>
        <translation>وحدة التحكم لوسيط الهوية Gatehouse. من دون ‎--connect تشغّل وسيطًا خاصًا بها.</translation>
    </message>
    <message>
        <source>Where the broker keeps its data.</source>
        <translation>المكان الذي يحفظ فيه الوسيط بياناته.</translation>
    </message>
    <message>
        <source>Address of the broker, 127.0.0.1:8480 by default.</source>
        <translation>عنوان الوسيط، والافتراضي 127.0.0.1:8480.</translation>
    </message>
    <message>
        <source>Attach to a broker that runs elsewhere.</source>
        <translation>الاتصال بوسيط يعمل في مكان آخر.</translation>
    </message>
    <message>
        <source>File with the token for --connect.</source>
        <translation>ملف يحوي الرمز للخيار ‎--connect.</translation>
    </message>
    <message>
        <source>Start with a built-in company and its identity provider.</source>
        <translation>البدء بالشركة المدمجة وموفّر هويتها.</translation>
    </message>
    <message>
        <source>Draw every panel to DIR, light and dark, and exit.</source>
        <translation>رسم كل لوحة في DIR، بالمظهرين الفاتح والداكن، ثم الخروج.</translation>
    </message>
    <message>
        <source>Read the passphrase from this file descriptor.</source>
        <translation>قراءة عبارة المرور من واصف الملف هذا.</translation>
    </message>
    <message>
        <source>Keep data and settings in DIR, and nothing anywhere else.</source>
        <translation>حفظ البيانات والإعدادات في DIR، وعدم حفظ أي شيء خارجه.</translation>
    </message>
    <message>
        <source>Forget sizes, columns and places of windows and panels.</source>
        <translation>نسيان أحجام النوافذ واللوحات وأعمدتها ومواضعها.</translation>
    </message>
    <message>
        <source>Files or gatehouse:// addresses to open.</source>
        <translation>الملفات أو عناوين gatehouse:// المراد فتحها.</translation>
    </message>
    <message>
        <source>--passphrase-fd takes the number of an open file descriptor.</source>
        <translation>قيمة ‎--passphrase-fd هي رقم واصف ملف مفتوح.</translation>
    </message>
    <message>
        <source>--connect attaches to a broker elsewhere: leave out --data-dir, --listen and --demo.</source>
        <translation>يتصل ‎--connect بوسيط في مكان آخر: لا تستخدم معه ‎--data-dir أو ‎--listen أو ‎--demo.</translation>
    </message>
    <message>
        <source>--connect with --screenshot needs --token-file. Make a token with: gatehousectl token create --role owner</source>
        <translation>يتطلب ‎--connect مع ‎--screenshot الخيار ‎--token-file. أنشئ رمزًا بالأمر: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Proxy that the broker calls identity providers through, http://host:port.</source>
        <translation>الوكيل الذي يتصل الوسيط عبره بموفّري الهوية، http://host:port.</translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Go to or do anything …</source>
        <translation>انتقل إلى أي شيء أو نفّذه …</translation>
    </message>
    <message>
        <source>Go to or do anything</source>
        <translation>انتقل إلى أي شيء أو نفّذه</translation>
    </message>
    <message>
        <source>Panels, tenants, people, actions, and references from error pages</source>
        <translation>اللوحات والمستأجرون والأشخاص والإجراءات والمراجع الواردة في صفحات الخطأ</translation>
    </message>
</context>
<context>
    <name>PaletteObjects</name>
    <message>
        <source>Identity provider in %1</source>
        <translation>موفّر هوية في %1</translation>
    </message>
    <message>
        <source>User in %1</source>
        <translation>مستخدم في %1</translation>
    </message>
    <message>
        <source>App of %1</source>
        <translation>تطبيق لدى %1</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Events for this</source>
        <translation>أحداث هذا العنصر</translation>
    </message>
    <message>
        <source>Events for this: what the audit log has of it</source>
        <translation>أحداث هذا العنصر: ما يذكره سجل التدقيق عنه</translation>
    </message>
</context>
<context>
    <name>PanelPrint</name>
    <message>
        <source>Filter: %1</source>
        <translation>المرشّح: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2. An export has all of them.</source>
        <translation>أول %1 من %2. التصدير يشملها كلها.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفّان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>devices sign out log out revoke kick apps</source>
        <translation>أجهزة تسجيل الخروج إلغاء إنهاء تطبيقات</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>idp sso oidc saml connection provider certificate</source>
        <translation>idp sso oidc saml اتصال ربط موفّر هوية شهادة</translation>
    </message>
    <message>
        <source>rules claims attributes roles preview</source>
        <translation>قواعد مطالبات claims سمات أدوار معاينة</translation>
    </message>
    <message>
        <source>flows debugger trace reference replay sign-in</source>
        <translation>عمليات مصحح تتبع مرجع إعادة تشغيل تسجيل دخول</translation>
    </message>
    <message>
        <source>people accounts persons sessions</source>
        <translation>أشخاص مستخدمون حسابات أفراد جلسات</translation>
    </message>
    <message>
        <source>companies customers organisations domains issuer</source>
        <translation>شركات عملاء مؤسسات نطاقات issuer</translation>
    </message>
    <message>
        <source>log events who did what export</source>
        <translation>سجل أحداث من فعل ماذا تصدير</translation>
    </message>
    <message>
        <source>changes undo revert</source>
        <translation>تغييرات تراجع استرجاع</translation>
    </message>
    <message>
        <source>training demo scenario personas faults</source>
        <translation>تدريب عرض سيناريو شخصيات أعطال</translation>
    </message>
    <message>
        <source>dashboard health status expiry</source>
        <translation>لوحة معلومات سلامة حالة انتهاء صلاحية</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>المستأجرون</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>موفّرو الهوية</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>تعيين claims</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>بيئة التجربة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>certificate signing rotation jwks algorithm emergency</source>
        <translation>شهادة توقيع تدوير jwks خوارزمية طوارئ</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>التزويد</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>المزامنة</translation>
    </message>
</context>
<context>
    <name>PersonaList</name>
    <message>
        <source>Sign in as %1 in a browser</source>
        <translation>تسجيل الدخول باسم %1 في متصفح</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add people to the group</source>
        <translation>إضافة أشخاص إلى المجموعة</translation>
    </message>
    <message>
        <source>Add groups to the group</source>
        <translation>إضافة مجموعات إلى المجموعة</translation>
    </message>
    <message>
        <source>The tenant has no people yet.</source>
        <translation>لا أشخاص لدى المستأجر بعد.</translation>
    </message>
    <message>
        <source>The tenant has no other group.</source>
        <translation>لا مجموعة أخرى لدى المستأجر.</translation>
    </message>
    <message>
        <source>Add those who are selected</source>
        <translation>إضافة المحدّدين</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Steps of the dry run</source>
        <translation>خطوات التجربة</translation>
    </message>
    <message>
        <source>Both sides say the same.</source>
        <translation>يقول الطرفان الشيء نفسه.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>لن يفقد أحد وصوله.</numerusform>
            <numerusform>سيفقد شخص واحد وصوله.</numerusform>
            <numerusform>سيفقد شخصان وصولهما.</numerusform>
            <numerusform>سيفقد %Ln أشخاص وصولهم.</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم.</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم.</numerusform>
        </translation>
    </message>
    <message>
        <source>So many are held back until somebody confirms the number.</source>
        <translation>يُحجز هذا العدد حتى يؤكّده أحد.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>صفحات التفضيلات</translation>
    </message>
    <message>
        <source>Close preferences</source>
        <translation>إغلاق التفضيلات</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Language and times</source>
        <translation>اللغة والأوقات</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>سطح المكتب</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>وفق سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Ctrl++ and Ctrl+- change it anywhere.</source>
        <translation>يتغيّر في أي موضع بالضغط على Ctrl++‎ أو Ctrl+-‎.</translation>
    </message>
    <message>
        <source>Reduce motion: nothing moves or fades</source>
        <translation>تقليل الحركة: لا شيء يتحرك أو يتلاشى</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>يسري من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>التوقيت المحلي</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>Hovering over a time always shows both.</source>
        <translation>بالوقوف بالمؤشر على أي وقت يظهر التوقيتان دائمًا.</translation>
    </message>
    <message>
        <source>What this desktop has</source>
        <translation>ما يوفّره سطح المكتب هذا</translation>
    </message>
    <message>
        <source>Gatehouse works without any of these.</source>
        <translation>يعمل Gatehouse دون أيٍّ من هذه.</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>وضع العرض التقديمي</translation>
    </message>
    <message>
        <source>Mask e-mail addresses, tokens, secrets and IP addresses, and show everything larger</source>
        <translation>إخفاء عناوين البريد الإلكتروني والرموز والأسرار وعناوين IP، وعرض كل شيء بحجم أكبر</translation>
    </message>
</context>
<context>
    <name>PresentationCover</name>
    <message>
        <source>Hidden while presenting</source>
        <translation>مخفي أثناء العرض</translation>
    </message>
    <message>
        <source>Hidden while presenting. Leave presentation mode to see and edit this text.</source>
        <translation>مخفي أثناء العرض. اخرج من وضع العرض التقديمي لترى هذا النص وتحرّره.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>needs attention</source>
        <translation>تحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>has unsaved changes</source>
        <translation>فيها تغييرات غير محفوظة</translation>
    </message>
</context>
<context>
    <name>RecentFailures</name>
    <message>
        <source>Refused lately</source>
        <translation>رُفضت مؤخرًا</translation>
    </message>
    <message>
        <source>Nobody was refused.</source>
        <translation>لم يُرفض أحد.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>Checks of the login %1</source>
        <translation>فحوص عملية الدخول %1</translation>
    </message>
</context>
<context>
    <name>RecordDetail</name>
    <message>
        <source>Show the login</source>
        <translation>إظهار عملية الدخول</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما تغيّر</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details of the record</source>
        <translation>تفاصيل السجل</translation>
    </message>
    <message>
        <source>Place in the chain</source>
        <translation>الموضع في السلسلة</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Of the one before</source>
        <translation>بصمة السابق</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>الفاعل</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الكائن</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>معرّفه</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>set to %1</source>
        <translation>أصبح %1</translation>
    </message>
    <message>
        <source>%1 taken away</source>
        <translation>أُزيلت القيمة %1</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
</context>
<context>
    <name>RedirectChecker</name>
    <message>
        <source>Is this address registered?</source>
        <translation>هل هذا العنوان مسجَّل؟</translation>
    </message>
    <message>
        <source>Register this address</source>
        <translation>تسجيل هذا العنوان</translation>
    </message>
    <message>
        <source>Address to check</source>
        <translation>العنوان المطلوب فحصه</translation>
    </message>
    <message>
        <source>Paste it from the error, the browser or the app</source>
        <translation>الصقه من رسالة الخطأ أو المتصفح أو التطبيق</translation>
    </message>
    <message>
        <source>The broker did not compare it: %1</source>
        <translation>لم يقارنه الوسيط: %1</translation>
    </message>
    <message>
        <source>It is registered: the broker takes it.</source>
        <translation>هو مسجَّل: يقبله الوسيط.</translation>
    </message>
    <message>
        <source>No address is registered yet.</source>
        <translation>لا عنوان مسجَّلًا بعد.</translation>
    </message>
    <message>
        <source>It could not be registered either: %1</source>
        <translation>ولا يمكن تسجيله أيضًا: %1</translation>
    </message>
    <message>
        <source>Not registered. At character %1 the nearest one has %2, and this one has %3.</source>
        <translation>غير مسجَّل. عند الموضع %1 يوجد في أقرب عنوان %2، وفي هذا %3.</translation>
    </message>
    <message>
        <source>The nearest that is registered</source>
        <translation>أقرب عنوان مسجَّل</translation>
    </message>
    <message>
        <source>The one to check</source>
        <translation>العنوان المطلوب فحصه</translation>
    </message>
</context>
<context>
    <name>RedirectWords</name>
    <message>
        <source>a slash</source>
        <translation>شرطة مائلة</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>نقطتان رأسيتان</translation>
    </message>
    <message>
        <source>a period</source>
        <translation>نقطة</translation>
    </message>
    <message>
        <source>a hyphen</source>
        <translation>شرطة</translation>
    </message>
    <message>
        <source>an underline</source>
        <translation>شرطة سفلية</translation>
    </message>
    <message>
        <source>a question mark</source>
        <translation>علامة استفهام</translation>
    </message>
    <message>
        <source>a number sign</source>
        <translation>علامة المربع</translation>
    </message>
    <message>
        <source>an ampersand</source>
        <translation>علامة العطف</translation>
    </message>
    <message>
        <source>an equals sign</source>
        <translation>علامة يساوي</translation>
    </message>
    <message>
        <source>a percent sign</source>
        <translation>علامة النسبة</translation>
    </message>
    <message>
        <source>an at sign</source>
        <translation>علامة آت</translation>
    </message>
    <message>
        <source>a plus sign</source>
        <translation>علامة زائد</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>مسافة جدولة</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>فاصل أسطر</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>رجوع إلى أول السطر</translation>
    </message>
    <message>
        <source>a no-break space</source>
        <translation>مسافة غير فاصلة</translation>
    </message>
    <message>
        <source>a soft hyphen</source>
        <translation>شرطة لينة</translation>
    </message>
    <message>
        <source>a zero width space</source>
        <translation>مسافة صفرية العرض</translation>
    </message>
    <message>
        <source>a zero width non-joiner</source>
        <translation>فاصل صفري العرض</translation>
    </message>
    <message>
        <source>a zero width joiner</source>
        <translation>رابط صفري العرض</translation>
    </message>
    <message>
        <source>a left-to-right mark</source>
        <translation>علامة من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>a right-to-left mark</source>
        <translation>علامة من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>a typographic hyphen</source>
        <translation>شرطة طباعية</translation>
    </message>
    <message>
        <source>an en dash</source>
        <translation>شرطة متوسطة</translation>
    </message>
    <message>
        <source>an em dash</source>
        <translation>شرطة طويلة</translation>
    </message>
    <message>
        <source>a narrow no-break space</source>
        <translation>مسافة ضيقة غير فاصلة</translation>
    </message>
    <message>
        <source>a fraction slash</source>
        <translation>شرطة كسر</translation>
    </message>
    <message>
        <source>a word joiner</source>
        <translation>رابط كلمات</translation>
    </message>
    <message>
        <source>an ideographic space</source>
        <translation>مسافة إيديوغرافية</translation>
    </message>
    <message>
        <source>a byte order mark</source>
        <translation>علامة ترتيب البايتات</translation>
    </message>
    <message>
        <source>The two look alike: a character that nobody sees is in the way.</source>
        <translation>يبدوان متماثلين: يوجد حرف لا يُرى.</translation>
    </message>
    <message>
        <source>A character is in it that only looks like one of an address.</source>
        <translation>فيه حرف يبدو فقط كأنه من حروف العناوين.</translation>
    </message>
    <message>
        <source>The scheme differs (https or http).</source>
        <translation>المخطط مختلف (https أو http).</translation>
    </message>
    <message>
        <source>One has a user name before the host.</source>
        <translation>في أحدهما اسم مستخدم قبل المضيف.</translation>
    </message>
    <message>
        <source>The host differs.</source>
        <translation>المضيف مختلف.</translation>
    </message>
    <message>
        <source>The host differs in upper and lower case.</source>
        <translation>يختلف المضيف في حالة الأحرف الكبيرة والصغيرة.</translation>
    </message>
    <message>
        <source>The port differs.</source>
        <translation>المنفذ مختلف.</translation>
    </message>
    <message>
        <source>The path differs.</source>
        <translation>المسار مختلف.</translation>
    </message>
    <message>
        <source>The path differs in upper and lower case.</source>
        <translation>يختلف المسار في حالة الأحرف الكبيرة والصغيرة.</translation>
    </message>
    <message>
        <source>The slash at the end differs.</source>
        <translation>الفرق في الشرطة المائلة الأخيرة.</translation>
    </message>
    <message>
        <source>The same character is written as a percent escape in one of them.</source>
        <translation>الحرف نفسه مرمَّز بالنسبة المئوية في أحدهما.</translation>
    </message>
    <message>
        <source>The query differs (what follows the question mark).</source>
        <translation>الاستعلام مختلف (ما يلي علامة الاستفهام).</translation>
    </message>
    <message>
        <source>The fragment differs (what follows the number sign).</source>
        <translation>الجزء مختلف (ما يلي علامة المربع).</translation>
    </message>
    <message>
        <source>There is no address in it.</source>
        <translation>لا عنوان فيه.</translation>
    </message>
    <message>
        <source>It is longer than 2,048 bytes.</source>
        <translation>أطول من 2048 بايت.</translation>
    </message>
    <message>
        <source>It holds a character that an address must not hold.</source>
        <translation>فيه حرف لا يجوز في العناوين.</translation>
    </message>
    <message>
        <source>A star stands for nothing: each address is registered.</source>
        <translation>النجمة لا تنوب عن شيء: يُسجَّل كل عنوان على حدة.</translation>
    </message>
    <message>
        <source>It has a fragment, which never reaches a server.</source>
        <translation>فيه جزء (fragment) لا يصل إلى أي خادم.</translation>
    </message>
    <message>
        <source>It has to begin with https; http is for 127.0.0.1 and [::1] alone, and a scheme of its own for native apps.</source>
        <translation>يجب أن يبدأ بـ https؛ و http لـ 127.0.0.1 و[::1] فقط، والمخطط الخاص للتطبيقات الأصلية.</translation>
    </message>
    <message>
        <source>It has a user name before the host.</source>
        <translation>فيه اسم مستخدم قبل المضيف.</translation>
    </message>
    <message>
        <source>Its host is no host name in lower case.</source>
        <translation>المضيف ليس اسم مضيف بأحرف صغيرة.</translation>
    </message>
    <message>
        <source>Its port is no port.</source>
        <translation>المنفذ غير صالح.</translation>
    </message>
    <message>
        <source>It has . or .. in its path.</source>
        <translation>في مساره . أو ..</translation>
    </message>
    <message>
        <source>Its query holds a parameter that the answer brings itself.</source>
        <translation>في استعلامه معامل يأتي به الرد نفسه.</translation>
    </message>
    <message>
        <source>the end of the address</source>
        <translation>نهاية العنوان</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a character and how it is written</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a character</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a character and its number</comment>
        <translation>«%1» (%2)</translation>
    </message>
</context>
<context>
    <name>ReplayView</name>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Replay as it is set up now</source>
        <translation>إعادة التشغيل بالإعداد الحالي</translation>
    </message>
    <message>
        <source>Replay with my draft</source>
        <translation>إعادة التشغيل بمسودتي</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>فتح التعيين</translation>
    </message>
    <message>
        <source>What comes out otherwise</source>
        <translation>ما تختلف نتيجته</translation>
    </message>
    <message>
        <source>Open the mapping of this provider</source>
        <translation>فتح تعيين هذا الموفّر</translation>
    </message>
    <message>
        <source>Checks of the replay</source>
        <translation>فحوص إعادة التشغيل</translation>
    </message>
    <message>
        <source>The broker judges the recorded messages again, at the time of this sign-in. Nothing is written.</source>
        <translation>يقيّم الوسيط الرسائل المسجّلة من جديد كأنها في وقت عملية الدخول هذه. لا يُكتب شيء.</translation>
    </message>
    <message>
        <source>Of this sign-in no messages are kept, so it cannot be replayed. The tenant&apos;s settings say how many are.</source>
        <translation>لم تُحفظ رسائل عملية الدخول هذه، فلا يمكن إعادة تشغيلها. تحدّد إعدادات المستأجر عدد ما يُحفظ.</translation>
    </message>
    <message>
        <source>Your edits of this provider and its mapping, not applied yet</source>
        <translation>تعديلاتك على هذا الموفّر وتعيينه التي لم تُطبَّق بعد</translation>
    </message>
    <message>
        <source>You have no edits of this provider or its mapping.</source>
        <translation>ليست لديك تعديلات على هذا الموفّر أو تعيينه.</translation>
    </message>
    <message>
        <source>Would pass</source>
        <translation>ستنجح</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>ستُرفض</translation>
    </message>
    <message>
        <source>%1 would be created.</source>
        <translation>سيُنشأ المستخدم %1.</translation>
    </message>
    <message>
        <source>%1 would be signed in.</source>
        <translation>سيُسجَّل دخول %1.</translation>
    </message>
    <message>
        <source>Roles: %1.</source>
        <translation>الأدوار: %1.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>It comes out as it did</source>
        <translation>النتيجة كما كانت</translation>
    </message>
</context>
<context>
    <name>RequestDetail</name>
    <message>
        <source>Attribute</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>The same request now</source>
        <translation>الطلب نفسه الآن</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>ما الذي سيغيّره</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>ما الذي غيّره</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>ما أُرسل</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Group id</source>
        <translation>معرّف المجموعة</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>معرّف المستخدم</translation>
    </message>
    <message>
        <source>It would be refused with %1. %2</source>
        <translation>سيُرفض بالرمز %1. %2</translation>
    </message>
    <message>
        <source>It would be answered with %1 and change nothing.</source>
        <translation>سيُجاب عنه بالرمز %1 ولن يغيّر شيئًا.</translation>
    </message>
    <message>
        <source>It would be answered with %1 and change this. Nothing was written.</source>
        <translation>سيُجاب عنه بالرمز %1 وسيغيّر هذا. لم يُكتب شيء.</translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message>
        <source>Read</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>عدة معًا</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Refused, %1</source>
        <translation>مرفوض، %1</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>لا تغيير</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>لا تغيير</numerusform>
            <numerusform>تغيير واحد</numerusform>
            <numerusform>تغييران</numerusform>
            <numerusform>%n تغييرات</numerusform>
            <numerusform>%n تغييرًا</numerusform>
            <numerusform>%n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>ResponseDialog</name>
    <message>
        <source>SAML response</source>
        <translation>استجابة SAML</translation>
    </message>
    <message>
        <source>When it was issued</source>
        <translation>وقت إصدارها</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>Check a response of %1</source>
        <translation>فحص استجابة من %1</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>فتح ملف</translation>
    </message>
    <message>
        <source>Open a file with the response</source>
        <translation>فتح ملف فيه الاستجابة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close the check</source>
        <translation>إغلاق الفحص</translation>
    </message>
    <message>
        <source>Check the response</source>
        <translation>فحص الاستجابة</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>نسخ النتيجة كنص</translation>
    </message>
    <message>
        <source>&amp;Response</source>
        <translation>&amp;الاستجابة</translation>
    </message>
    <message>
        <source>XML or base64, the form that the browser sent, or a whole address. A file can be dropped here. Nobody is signed in by it, and nothing of it is kept.</source>
        <translation>نص XML أو base64، أو النموذج الذي أرسله المتصفح، أو عنوان كامل. يمكن إسقاط ملف هنا. لا يُسجَّل دخول أحد بذلك، ولا يُحفظ منه شيء.</translation>
    </message>
    <message>
        <source>Request &amp;ID</source>
        <translation>&amp;معرّف الطلب</translation>
    </message>
    <message>
        <source>Empty: which request it answers is not looked at.</source>
        <translation>إن تُرك فارغًا فلا يُنظر في الطلب الذي تجيب عنه.</translation>
    </message>
    <message>
        <source>&amp;Judged as of</source>
        <translation>&amp;وقت الحكم</translation>
    </message>
    <message>
        <source>A SAML response</source>
        <translation>استجابة SAML</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than 512 KiB.</source>
        <translation>تتعذر قراءة %1، أو أن حجمه أكبر من 512 كيبيبايت.</translation>
    </message>
    <message>
        <source>Each check of a sign-in is listed here.</source>
        <translation>يُسرد هنا كل فحص من فحوص تسجيل الدخول.</translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message>
        <source>A login with it would have passed every check, judged as of %1.</source>
        <translation>كان تسجيل الدخول بها سيجتاز كل فحص، بحسب وقت %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed, judged as of %1.</source>
        <translation>
            <numerusform>لم يفشل أي فحص (%n)، بحسب وقت %1.</numerusform>
            <numerusform>فشل فحص واحد، بحسب وقت %1.</numerusform>
            <numerusform>فشل فحصان، بحسب وقت %1.</numerusform>
            <numerusform>فشلت %n فحوص، بحسب وقت %1.</numerusform>
            <numerusform>فشل %n فحصًا، بحسب وقت %1.</numerusform>
            <numerusform>فشل %n فحص، بحسب وقت %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>a new person is made</source>
        <translation>يُنشأ شخص جديد</translation>
    </message>
    <message>
        <source>a known person is signed in</source>
        <translation>يُسجَّل دخول شخص معروف</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>لا يُسجَّل دخول أحد</translation>
    </message>
    <message>
        <source>What the response says of the person</source>
        <translation>ما تقوله الاستجابة عن الشخص</translation>
    </message>
    <message>
        <source>XML of the response</source>
        <translation>نص XML للاستجابة</translation>
    </message>
    <message>
        <source>Parts of the result</source>
        <translation>أجزاء النتيجة</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>ما تقوله</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Checks, in the order in which they are made</source>
        <translation>الفحوص بترتيب إجرائها</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Pasted as</source>
        <translation>صيغة اللصق</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>التعيين</translation>
    </message>
    <message>
        <source>There is no assertion that can be read.</source>
        <translation>لا يوجد تأكيد يمكن قراءته.</translation>
    </message>
    <message>
        <source>With this mapping</source>
        <translation>بهذا التعيين</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>الفعلي</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>لا نتيجة</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>هذا الشخص</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>يُنشأ</translation>
    </message>
    <message>
        <source>A sign-in would create %1.</source>
        <translation>عند تسجيل الدخول يُنشأ المستخدم: %1.</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>A sign-in would be %1, who is known here.</source>
        <translation>سيكون تسجيل الدخول باسم %1، المعروف هنا من قبل.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>محظور</translation>
    </message>
    <message>
        <source>The sign-in would be refused. No user would be created.</source>
        <translation>سيُرفض تسجيل الدخول، ولن يُنشأ أي مستخدم.</translation>
    </message>
    <message>
        <source>Read from: %1</source>
        <translation>مقروء من: %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>متحقَّق منه</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>غير متحقَّق منه</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>New: bound to this person for good</source>
        <translation>جديد: يُربط بهذا الشخص نهائيًا</translation>
    </message>
    <message>
        <source>The same as at earlier sign-ins</source>
        <translation>كما في عمليات الدخول السابقة</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>معرّف المستخدم</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>يكسب</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>يفقد</translation>
    </message>
    <message>
        <source>Role mode</source>
        <translation>نمط الأدوار</translation>
    </message>
    <message>
        <source>Merge: adds to earlier roles</source>
        <translation>دمج: إضافة إلى الأدوار السابقة</translation>
    </message>
    <message>
        <source>Replace: each sign-in sets its roles anew</source>
        <translation>استبدال: تُضبط الأدوار من جديد مع كل تسجيل دخول</translation>
    </message>
    <message>
        <source>Problems and cautions</source>
        <translation>مشكلات وتنبيهات</translation>
    </message>
    <message>
        <source>A new account for somebody known</source>
        <translation>حساب جديد لشخص معروف</translation>
    </message>
    <message>
        <source>It would be bound to %1, because its verified address is theirs. Whoever holds it at the provider signs in as %1 from then on.</source>
        <translation>سيُربط بـ %1 لأن عنوانه الموثّق عنوانه. ومن يملكه لدى الموفّر يسجّل الدخول باسم %1 منذ ذلك الحين.</translation>
    </message>
    <message>
        <source>Make sure that the provider gives this address to nobody else.</source>
        <translation>تأكد من أن الموفّر لا يعطي هذا العنوان لأحد غيره.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>Changes to apply</source>
        <translation>تغييرات للتطبيق</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>As command</source>
        <translation>بصيغة أمر</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما سيتغيّر</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>سطر الأوامر</translation>
    </message>
    <message>
        <source>API call</source>
        <translation>استدعاء API</translation>
    </message>
    <message>
        <source>Configuration document</source>
        <translation>مستند الإعداد</translation>
    </message>
    <message>
        <source>Discard this change</source>
        <translation>تجاهل هذا التغيير</translation>
    </message>
    <message>
        <source>Go on editing it</source>
        <translation>متابعة تحريره</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)</source>
        <translation>
            <numerusform>مراجعة %n تغيير</numerusform>
            <numerusform>مراجعة تغيير واحد</numerusform>
            <numerusform>مراجعة تغييرين</numerusform>
            <numerusform>مراجعة %n تغييرات</numerusform>
            <numerusform>مراجعة %n تغييرًا</numerusform>
            <numerusform>مراجعة %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Its secret was not kept when the program ended.</source>
        <translation>لم يُحفظ سرّه عند إنهاء البرنامج.</translation>
    </message>
    <message>
        <source>Edit it and enter the secret again.</source>
        <translation>حرّره وأدخل السرّ من جديد.</translation>
    </message>
    <message>
        <source>Somebody changed the same members meanwhile</source>
        <translation>غيّر شخص آخر الحقول نفسها في هذه الأثناء</translation>
    </message>
    <message>
        <source>%1: yours is %2, theirs is %3</source>
        <translation>%1: قيمتك %2، والقيمة الأخرى %3</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>اعتماد الأخرى</translation>
    </message>
    <message>
        <source>Take theirs of %1</source>
        <translation>اعتماد القيمة الأخرى في %1</translation>
    </message>
    <message>
        <source>Apply keeps yours.</source>
        <translation>التطبيق يُبقي قيمتك.</translation>
    </message>
    <message>
        <source>New: nobody is affected yet.</source>
        <translation>جديد: لا يتأثر به أحد بعد.</translation>
    </message>
    <message>
        <source>Affects %1, %2 and %3.</source>
        <translation>المتأثر: %1 و%2 و%3.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n شخص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s)</source>
        <translation>
            <numerusform>%n جلسة مفتوحة</numerusform>
            <numerusform>جلسة مفتوحة واحدة</numerusform>
            <numerusform>جلستان مفتوحتان</numerusform>
            <numerusform>%n جلسات مفتوحة</numerusform>
            <numerusform>%n جلسة مفتوحة</numerusform>
            <numerusform>%n جلسة مفتوحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n تطبيق</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%n تطبيقات</numerusform>
            <numerusform>%n تطبيقًا</numerusform>
            <numerusform>%n تطبيق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>تطبيق %n تغيير</numerusform>
            <numerusform>تطبيق تغيير واحد</numerusform>
            <numerusform>تطبيق تغييرين</numerusform>
            <numerusform>تطبيق %n تغييرات</numerusform>
            <numerusform>تطبيق %n تغييرًا</numerusform>
            <numerusform>تطبيق %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>جارٍ التطبيق</translation>
    </message>
</context>
<context>
    <name>RoleRulesModel</name>
    <message>
        <source>When</source>
        <translation>الشرط</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>يمنح أدوارًا</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>RolesField</name>
    <message>
        <source>The tenant has no roles yet.</source>
        <translation>لا أدوار لدى المستأجر بعد.</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>الدور %1</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Add a rule for %1</source>
        <translation>إضافة قاعدة إلى %1</translation>
    </message>
    <message>
        <source>Remove the rule for %1</source>
        <translation>إزالة القاعدة من %1</translation>
    </message>
    <message>
        <source>Move the rule for %1 up</source>
        <translation>نقل القاعدة في %1 إلى الأعلى</translation>
    </message>
    <message>
        <source>Move the rule for %1 down</source>
        <translation>نقل القاعدة في %1 إلى الأسفل</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Mapping as rules or as source</source>
        <translation>التعيين كقواعد أو كمصدر</translation>
    </message>
    <message>
        <source>Attribute rules</source>
        <translation>قواعد السمات</translation>
    </message>
    <message>
        <source>Role rules</source>
        <translation>قواعد الأدوار</translation>
    </message>
    <message>
        <source>Roles for everyone</source>
        <translation>أدوار للجميع</translation>
    </message>
    <message>
        <source>claim, for example groups</source>
        <translation>اسم claim، مثل groups</translation>
    </message>
    <message>
        <source>Groups from claim</source>
        <translation>المجموعات من claim</translation>
    </message>
    <message>
        <source>Make missing groups</source>
        <translation>إنشاء المجموعات الناقصة</translation>
    </message>
    <message>
        <source>Groups from</source>
        <translation>المجموعات من</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Mapping as JSON</source>
        <translation>التعيين بصيغة JSON</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>السطر %1، العمود %2: %3.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>It has not run yet.</source>
        <translation>لم تُنفّذ بعد.</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>خطوات التنفيذ</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>عمليات التنفيذ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>طلبه</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>ما فعله</translation>
    </message>
    <message>
        <source>This run had nothing to do.</source>
        <translation>لم يكن لهذا التنفيذ ما يفعله.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>الجدول</translation>
    </message>
</context>
<context>
    <name>SamlAppRows</name>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>As the app asks for it</source>
        <translation>كما يطلبه التطبيق</translation>
    </message>
    <message>
        <source>The same for ever, for this app alone</source>
        <translation>ثابت دائمًا، لهذا التطبيق وحده</translation>
    </message>
    <message>
        <source>Another at each sign-in</source>
        <translation>مختلف عند كل تسجيل دخول</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>غير محدد</translation>
    </message>
    <message>
        <source>Sign the response, beside the assertion</source>
        <translation>توقيع الاستجابة أيضًا، إلى جانب التأكيد</translation>
    </message>
    <message>
        <source>Encrypt, where its metadata has a key for that</source>
        <translation>التشفير إن كان في بياناته الوصفية مفتاح لذلك</translation>
    </message>
    <message>
        <source>Its requests must be signed</source>
        <translation>يجب أن تكون طلباته موقعة</translation>
    </message>
    <message>
        <source>May be opened with a response that it did not ask for</source>
        <translation>يجوز فتحه باستجابة لم يطلبها</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>claim</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم القصير</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>السمة %1</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>إضافة سمة</translation>
    </message>
    <message>
        <source>SAML 2.0</source>
        <translation>SAML 2.0</translation>
    </message>
    <message>
        <source>Metadata of the app</source>
        <translation>بيانات التطبيق الوصفية</translation>
    </message>
    <message>
        <source>Paste the document of the service provider, or drop its file here. It says where answers go and by which keys. To renew it, put the new one in its place.</source>
        <translation>الصق مستند مزوّد الخدمة، أو أسقط ملفه هنا. يبيّن إلى أين تذهب الإجابات وبأي مفاتيح. لتجديده ضع الجديد مكانه.</translation>
    </message>
    <message>
        <source>Entity ID</source>
        <translation>معرّف الكيان</translation>
    </message>
    <message>
        <source>Of the metadata; it stays the same as long as the app is here.</source>
        <translation>من البيانات الوصفية؛ ويبقى نفسه ما دام التطبيق هنا.</translation>
    </message>
    <message>
        <source>NameID</source>
        <translation>NameID</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>Off for software that knows AES-CBC alone.</source>
        <translation>أوقفه للبرامج التي لا تعرف سوى AES-CBC.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Also where its metadata does not say that they are.</source>
        <translation>حتى إن لم تقل بياناته الوصفية إنها موقعة.</translation>
    </message>
    <message>
        <source>From a portal</source>
        <translation>من بوابة</translation>
    </message>
    <message>
        <source>RelayState</source>
        <translation>RelayState</translation>
    </message>
    <message>
        <source>That goes with such a response: where in the app people land. At most 80 characters.</source>
        <translation>يُرسل مع استجابة كهذه: الموضع الذي يصل إليه الناس في التطبيق. 80 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Claims: email, name, given_name, family_name, preferred_username, groups, roles, sub. Without any it gets those that its metadata asks for, else the usual ones; never more than its scopes release.</source>
        <translation>قيم claim: email وname وgiven_name وfamily_name وpreferred_username وgroups وroles وsub. إن لم يُذكر شيء حصل على ما تطلبه بياناته الوصفية، وإلا فعلى المعتاد؛ ولا يتجاوز ما تتيحه قيم scope الخاصة به.</translation>
    </message>
    <message>
        <source>Is needed: the app is known by it.</source>
        <translation>مطلوب: به يُعرف التطبيق.</translation>
    </message>
    <message>
        <source>This is not the metadata of a service provider.</source>
        <translation>هذه ليست بيانات وصفية لمزوّد خدمة.</translation>
    </message>
    <message>
        <source>Each has a name, and one of the claims that are named below.</source>
        <translation>لكل منها اسم وإحدى قيم claim المذكورة أدناه.</translation>
    </message>
</context>
<context>
    <name>SamlChecks</name>
    <message>
        <source>Let the provider&apos;s administrator correct it.</source>
        <translation>على مسؤول المزوّد تصحيح ذلك.</translation>
    </message>
    <message>
        <source>Show it to the provider&apos;s administrator: it is not as SAML wants it, or was changed on its way.</source>
        <translation>اعرضها على مسؤول المزوّد: فهي ليست كما يريدها SAML، أو تغيّرت في الطريق.</translation>
    </message>
    <message>
        <source>Compare the provider&apos;s certificate with that of the connection; it has to sign what the connection wants signed, with SHA-256.</source>
        <translation>قارن شهادة المزوّد بشهادة الاتصال؛ عليه أن يوقّع بـ SHA-256 ما يريد الاتصال توقيعه.</translation>
    </message>
    <message>
        <source>Set the clocks right on both sides.</source>
        <translation>اضبط الساعات على الجانبين.</translation>
    </message>
    <message>
        <source>Give the provider our current metadata: it has to encrypt with our certificate.</source>
        <translation>أعطِ المزوّد بياناتنا الوصفية الحالية: عليه أن يشفّر بشهادتنا.</translation>
    </message>
    <message>
        <source>Correct the NameID at the provider.</source>
        <translation>صحّح NameID لدى المزوّد.</translation>
    </message>
    <message>
        <source>Begin the sign-in again at the app.</source>
        <translation>ابدأ تسجيل الدخول من جديد من التطبيق.</translation>
    </message>
    <message>
        <source>Sign in again at the provider.</source>
        <translation>سجّل الدخول من جديد لدى المزوّد.</translation>
    </message>
    <message>
        <source>Correct the reply URL (ACS URL) at the provider; it is on the connection&apos;s page.</source>
        <translation>صحّح عنوان الرد (ACS URL) لدى المزوّد؛ وهو في صفحة الاتصال.</translation>
    </message>
    <message>
        <source>It is sound XML</source>
        <translation>هي XML سليم</translation>
    </message>
    <message>
        <source>It is built as a response is</source>
        <translation>هي مبنية كما تُبنى الاستجابة</translation>
    </message>
    <message>
        <source>Signature of the response</source>
        <translation>توقيع الاستجابة</translation>
    </message>
    <message>
        <source>It is of SAML 2.0 and has an ID</source>
        <translation>هي من SAML 2.0 ولها معرّف</translation>
    </message>
    <message>
        <source>It was sent to our address</source>
        <translation>أُرسلت إلى عنواننا</translation>
    </message>
    <message>
        <source>It was issued a moment ago</source>
        <translation>صدرت قبل لحظات</translation>
    </message>
    <message>
        <source>It answers our request</source>
        <translation>تجيب عن طلبنا</translation>
    </message>
    <message>
        <source>It comes from this provider</source>
        <translation>تأتي من هذا المزوّد</translation>
    </message>
    <message>
        <source>Correct the provider&apos;s entity ID at the connection.</source>
        <translation>صحّح معرّف كيان المزوّد في الاتصال.</translation>
    </message>
    <message>
        <source>The provider says that it succeeded</source>
        <translation>يقول المزوّد إنها نجحت</translation>
    </message>
    <message>
        <source>The provider refused: its own log says why.</source>
        <translation>رفض المزوّد: وسجله الخاص يبيّن السبب.</translation>
    </message>
    <message>
        <source>There is an assertion in it</source>
        <translation>فيها تأكيد</translation>
    </message>
    <message>
        <source>It is encrypted where it has to be</source>
        <translation>هي مشفّرة حيث يجب</translation>
    </message>
    <message>
        <source>One of our keys opens it</source>
        <translation>يفتحها أحد مفاتيحنا</translation>
    </message>
    <message>
        <source>What was opened is sound XML</source>
        <translation>ما فُتح هو XML سليم</translation>
    </message>
    <message>
        <source>What was opened is an assertion</source>
        <translation>ما فُتح هو تأكيد</translation>
    </message>
    <message>
        <source>Signature of the assertion</source>
        <translation>توقيع التأكيد</translation>
    </message>
    <message>
        <source>It is signed with SHA-256 or better</source>
        <translation>هي موقعة بـ SHA-256 أو أفضل</translation>
    </message>
    <message>
        <source>Let the provider sign with SHA-256.</source>
        <translation>على المزوّد أن يوقّع بـ SHA-256.</translation>
    </message>
    <message>
        <source>The provider&apos;s key is long enough</source>
        <translation>مفتاح المزوّد طويل بما يكفي</translation>
    </message>
    <message>
        <source>Let the provider make a new key of at least 2,048 bits.</source>
        <translation>على المزوّد إنشاء مفتاح جديد لا يقل عن 2048 بت.</translation>
    </message>
    <message>
        <source>A signature covers what is read</source>
        <translation>توقيعٌ يشمل ما يُقرأ</translation>
    </message>
    <message>
        <source>Let the provider sign the response or the assertion.</source>
        <translation>على المزوّد توقيع الاستجابة أو التأكيد.</translation>
    </message>
    <message>
        <source>The assertion is of SAML 2.0 and has an ID</source>
        <translation>التأكيد من SAML 2.0 وله معرّف</translation>
    </message>
    <message>
        <source>The assertion names its issuer</source>
        <translation>يذكر التأكيد جهة إصداره</translation>
    </message>
    <message>
        <source>It has a subject</source>
        <translation>فيها صاحب</translation>
    </message>
    <message>
        <source>The NameID is a plain text</source>
        <translation>NameID نص بسيط</translation>
    </message>
    <message>
        <source>One of our keys opens the NameID</source>
        <translation>يفتح أحد مفاتيحنا NameID</translation>
    </message>
    <message>
        <source>The NameID is meant for us</source>
        <translation>NameID موجّه إلينا</translation>
    </message>
    <message>
        <source>Correct the SPNameQualifier at the provider: it is our entity ID.</source>
        <translation>صحّح SPNameQualifier لدى المزوّد: فهو معرّف كياننا.</translation>
    </message>
    <message>
        <source>Whoever brings it here may use it</source>
        <translation>يجوز لمن يحضرها إلى هنا أن يستعملها</translation>
    </message>
    <message>
        <source>It has conditions</source>
        <translation>فيها شروط</translation>
    </message>
    <message>
        <source>All of its conditions are understood</source>
        <translation>كل شروطها مفهومة</translation>
    </message>
    <message>
        <source>Remove the unknown condition at the provider.</source>
        <translation>أزل الشرط غير المعروف لدى المزوّد.</translation>
    </message>
    <message>
        <source>It is valid at that time</source>
        <translation>هي صالحة في ذلك الوقت</translation>
    </message>
    <message>
        <source>Set the clocks right on both sides, or let them differ by more at the connection. A response that is some minutes old is refused rightly.</source>
        <translation>اضبط الساعات على الجانبين، أو اسمح في الاتصال بفارق أكبر. الاستجابة التي مضت عليها دقائق تُرفض بحق.</translation>
    </message>
    <message>
        <source>It is meant for us</source>
        <translation>هي موجّهة إلينا</translation>
    </message>
    <message>
        <source>Set the audience (entity ID) at the provider to ours.</source>
        <translation>اضبط الجمهور (معرّف الكيان) لدى المزوّد على معرّفنا.</translation>
    </message>
    <message>
        <source>It says when and how the person signed in</source>
        <translation>تبيّن متى وكيف سجّل الشخص دخوله</translation>
    </message>
    <message>
        <source>That sign-in has happened</source>
        <translation>تسجيل الدخول ذاك قد حدث</translation>
    </message>
    <message>
        <source>That sign-in is recent enough</source>
        <translation>تسجيل الدخول ذاك حديث بما يكفي</translation>
    </message>
    <message>
        <source>The provider&apos;s session is not over</source>
        <translation>جلسة المزوّد لم تنتهِ</translation>
    </message>
    <message>
        <source>The sign-in was strong enough</source>
        <translation>كان تسجيل الدخول قويًا بما يكفي</translation>
    </message>
    <message>
        <source>Require the second factor at the provider, or correct the names of levels at the connection.</source>
        <translation>اطلب العامل الثاني لدى المزوّد، أو صحّح أسماء المستويات في الاتصال.</translation>
    </message>
    <message>
        <source>Each attribute is there once</source>
        <translation>كل سمة ترد مرة واحدة</translation>
    </message>
    <message>
        <source>Let the provider send each attribute once, with all of its values.</source>
        <translation>على المزوّد إرسال كل سمة مرة واحدة بكل قيمها.</translation>
    </message>
    <message>
        <source>Response and assertion have the same issuer</source>
        <translation>للاستجابة والتأكيد جهة الإصدار نفسها</translation>
    </message>
    <message>
        <source>It was asked for</source>
        <translation>طُلبت من هنا</translation>
    </message>
    <message>
        <source>Begin at the app, or allow sign-ins that begin at the provider.</source>
        <translation>ابدأ من التطبيق، أو اسمح بتسجيلات الدخول التي تبدأ عند المزوّد.</translation>
    </message>
    <message>
        <source>It names the person for good</source>
        <translation>تسمّي الشخص تسمية دائمة</translation>
    </message>
    <message>
        <source>Let the provider send a persistent NameID or subject-id.</source>
        <translation>على المزوّد إرسال NameID دائم أو subject-id.</translation>
    </message>
    <message>
        <source>It was not used before</source>
        <translation>لم تُستعمل من قبل</translation>
    </message>
</context>
<context>
    <name>SamlFacts</name>
    <message>
        <source>another entity ID</source>
        <translation>معرّف كيان آخر</translation>
    </message>
    <message>
        <source>another single sign-on URL</source>
        <translation>عنوان تسجيل دخول آخر</translation>
    </message>
    <message>
        <source>another single logout URL</source>
        <translation>عنوان تسجيل خروج آخر</translation>
    </message>
    <message>
        <source>none of the known keys</source>
        <translation>لا شيء من المفاتيح المعروفة</translation>
    </message>
    <message>
        <source>Our entity ID</source>
        <translation>معرّف كياننا</translation>
    </message>
    <message>
        <source>Our logout address</source>
        <translation>عنوان تسجيل الخروج لدينا</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>الشهادات</translation>
    </message>
    <message>
        <source>none are known yet: read the metadata</source>
        <translation>لا شيء معروف بعد: اقرأ البيانات الوصفية</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Metadata of %1 waits for your approval: %2. Until then the former one counts.</source>
        <translation>بيانات وصفية بتاريخ %1 تنتظر موافقتك: %2. وحتى ذلك تسري السابقة.</translation>
    </message>
</context>
<context>
    <name>SamlMessage</name>
    <message>
        <source>The message&apos;s own name</source>
        <translation>اسم الرسالة نفسها</translation>
    </message>
    <message>
        <source>The request that it answers</source>
        <translation>الطلب الذي تجيب عنه</translation>
    </message>
    <message>
        <source>Where it is to go; must be the address that it came to</source>
        <translation>وجهتها؛ يجب أن تكون العنوان الذي وصلت إليه</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>وقت إنشائها</translation>
    </message>
    <message>
        <source>Who made it: an entity ID</source>
        <translation>من أنشأها: معرّف كيان</translation>
    </message>
    <message>
        <source>Whether the provider could do what was asked</source>
        <translation>هل استطاع المزوّد فعل ما طُلب</translation>
    </message>
    <message>
        <source>The same in the provider&apos;s own words</source>
        <translation>الشيء نفسه بكلمات المزوّد</translation>
    </message>
    <message>
        <source>Who signed in, as the provider names the account</source>
        <translation>من سجّل الدخول كما يسمي المزوّد الحساب</translation>
    </message>
    <message>
        <source>Who may take it: our ACS URL</source>
        <translation>من يجوز له أخذها: عنوان ACS لدينا</translation>
    </message>
    <message>
        <source>For whom it was made: our entity ID</source>
        <translation>لمن أُنشئت: معرّف كياننا</translation>
    </message>
    <message>
        <source>Not valid before</source>
        <translation>غير صالحة قبل</translation>
    </message>
    <message>
        <source>Not valid from then on</source>
        <translation>غير صالحة من ذلك الحين</translation>
    </message>
    <message>
        <source>When the person signed in at the provider</source>
        <translation>متى سجّل الشخص الدخول لدى المزوّد</translation>
    </message>
    <message>
        <source>The session at the provider</source>
        <translation>الجلسة لدى المزوّد</translation>
    </message>
    <message>
        <source>How the person proved who they are</source>
        <translation>كيف أثبت الشخص هويته</translation>
    </message>
    <message>
        <source>How it was signed</source>
        <translation>كيف وُقّعت</translation>
    </message>
    <message>
        <source>What the signature is over</source>
        <translation>ما يشمله التوقيع</translation>
    </message>
    <message>
        <source>Where the answer is to go</source>
        <translation>وجهة الجواب</translation>
    </message>
    <message>
        <source>The person has to sign in anew</source>
        <translation>على الشخص تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <source>The person must not be asked anything</source>
        <translation>يجب ألا يُسأل الشخص شيئًا</translation>
    </message>
</context>
<context>
    <name>SamlMetadata</name>
    <message>
        <source>A certificate that cannot be read</source>
        <translation>شهادة لا يمكن قراءتها</translation>
    </message>
    <message>
        <source>%1, expired on %2</source>
        <translation>%1، انتهت في %2</translation>
    </message>
    <message>
        <source>%1, until %2, days left: %3</source>
        <translation>%1، حتى %2، الأيام المتبقية: %3</translation>
    </message>
</context>
<context>
    <name>SamlSource</name>
    <message>
        <source>This XML is no metadata of an identity provider (IDPSSODescriptor).</source>
        <translation>هذا XML ليس بيانات وصفية لمزوّد هوية (IDPSSODescriptor).</translation>
    </message>
    <message>
        <source>Recognised: SAML metadata.</source>
        <translation>تم التعرف: بيانات SAML الوصفية.</translation>
    </message>
    <message>
        <source>Recognised: SAML metadata, %1.</source>
        <translation>تم التعرف: بيانات SAML الوصفية، %1.</translation>
    </message>
    <message>
        <source>This is no https address.</source>
        <translation>هذا ليس عنوان https.</translation>
    </message>
    <message>
        <source>This is the address of OpenID Connect metadata. SAML metadata was expected.</source>
        <translation>هذا عنوان بيانات OpenID Connect الوصفية. المتوقع بيانات SAML الوصفية.</translation>
    </message>
    <message>
        <source>Recognised: an address of metadata. It is read by the test, and every six hours.</source>
        <translation>تم التعرف: عنوان بيانات وصفية. يقرؤها الاختبار، ثم كل ست ساعات.</translation>
    </message>
    <message>
        <source>This is larger than 1 MiB.</source>
        <translation>هذا أكبر من 1 MiB.</translation>
    </message>
    <message>
        <source>Recognised: a certificate.</source>
        <translation>تم التعرف: شهادة.</translation>
    </message>
    <message>
        <source>Not recognised. Expected: SAML metadata, its address, or a certificate.</source>
        <translation>لم يتم التعرف. المتوقع: بيانات SAML الوصفية أو عنوانها أو شهادة.</translation>
    </message>
</context>
<context>
    <name>SamlValues</name>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>بصمة SHA-256 للشهادة</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Our metadata</source>
        <translation>بياناتنا الوصفية</translation>
    </message>
    <message>
        <source>Our entity ID</source>
        <translation>معرّف كياننا</translation>
    </message>
    <message>
        <source>Single sign-on URL</source>
        <translation>عنوان تسجيل الدخول</translation>
    </message>
    <message>
        <source>Single logout URL</source>
        <translation>عنوان تسجيل الخروج</translation>
    </message>
    <message>
        <source>Signing certificate</source>
        <translation>شهادة التوقيع</translation>
    </message>
    <message>
        <source>The next certificate</source>
        <translation>الشهادة التالية</translation>
    </message>
    <message>
        <source>It is made when our metadata is first read.</source>
        <translation>تُنشأ حين تُقرأ بياناتنا الوصفية أول مرة.</translation>
    </message>
    <message>
        <source>Opens the app</source>
        <translation>يفتح التطبيق</translation>
    </message>
    <message>
        <source>Its entity ID</source>
        <translation>معرّف كيان التطبيق</translation>
    </message>
</context>
<context>
    <name>SandboxPanel</name>
    <message>
        <source>Hold at each step</source>
        <translation>التوقف عند كل خطوة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>استمرار</translation>
    </message>
    <message>
        <source>Open sandbox sign-in</source>
        <translation>فتح دخول بيئة التجربة</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>بيئة التجربة</translation>
    </message>
    <message>
        <source>Sign-ins to show and to break, one step at a time; nobody here is real.</source>
        <translation>عمليات دخول للعرض والتعطيل، خطوة بخطوة؛ لا أحد هنا حقيقي.</translation>
    </message>
    <message>
        <source>Puts configuration, people and faults back and ends all sessions</source>
        <translation>يعيد الإعداد والأشخاص والأعطال إلى ما كانت عليه وينهي كل الجلسات</translation>
    </message>
    <message>
        <source>Nothing leaves the broker until Next; the browser shows a page that waits</source>
        <translation>لا يخرج شيء من الوسيط قبل الضغط على «التالي»؛ ويعرض المتصفح صفحة انتظار</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Lets the oldest held step go (Space)</source>
        <translation>يُمرّر أقدم خطوة متوقفة (Space)</translation>
    </message>
    <message>
        <source>Run on without holding</source>
        <translation>الاستمرار دون توقف</translation>
    </message>
    <message>
        <source>Lets every held step go and holds no more</source>
        <translation>يُمرّر كل الخطوات المتوقفة ولا يوقف غيرها</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>التشغيل</translation>
    </message>
    <message>
        <source>Scenarios, what breaks, and who signs in</source>
        <translation>السيناريوهات والأعطال ومن يسجّل الدخول</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>السيناريوهات</translation>
    </message>
    <message>
        <source>What the practice provider does wrong, from the next sign-in on.</source>
        <translation>أخطاء موفّر التدريب، ابتداءً من تسجيل الدخول التالي.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>What breaks</source>
        <translation>ما يتعطّل</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>الشخصيات</translation>
    </message>
    <message>
        <source>This tenant is not a sandbox: nothing is broken or held for real people.</source>
        <translation>هذا المستأجر ليس بيئة تجربة: لا يُعطَّل شيء ولا يُوقَف لأشخاص حقيقيين.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>الانتقال إلى %1</translation>
    </message>
    <message>
        <source>There is no practice company here. Start Gatehouse with --demo to have one.</source>
        <translation>لا توجد شركة تدريب هنا. شغّل Gatehouse مع ‎--demo لتحصل على واحدة.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>تعذّر فتح متصفح.</translation>
    </message>
    <message>
        <source>Open this address yourself: %1</source>
        <translation>افتح هذا العنوان بنفسك: %1</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>التقاط لقطة</translation>
    </message>
    <message>
        <source>Reset to snapshot</source>
        <translation>العودة إلى اللقطة</translation>
    </message>
    <message>
        <source>Keeps configuration, people and faults as they are now, to come back to</source>
        <translation>يحفظ الإعدادات والأشخاص والأعطال كما هي الآن للعودة إليها</translation>
    </message>
    <message>
        <source>%1. The snapshot is of %2.</source>
        <translation>%1. اللقطة بتاريخ %2.</translation>
    </message>
    <message>
        <source>There is no snapshot yet.</source>
        <translation>لا توجد لقطة بعد.</translation>
    </message>
    <message>
        <source>Snapshot taken: Reset comes back to how it is now.</source>
        <translation>التُقطت اللقطة: تعود إعادة الضبط إلى الحالة الراهنة.</translation>
    </message>
    <message numerus="yes">
        <source>Back at the snapshot: %n rows put back.</source>
        <translation>
            <numerusform>عودة إلى اللقطة: لم يُعَد أي صف.</numerusform>
            <numerusform>عودة إلى اللقطة: أُعيد صف واحد.</numerusform>
            <numerusform>عودة إلى اللقطة: أُعيد صفان.</numerusform>
            <numerusform>عودة إلى اللقطة: أُعيدت %n صفوف.</numerusform>
            <numerusform>عودة إلى اللقطة: أُعيد %n صفًا.</numerusform>
            <numerusform>عودة إلى اللقطة: أُعيد %n صف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Privileged changes</source>
        <translation>تغييرات ذات امتيازات</translation>
    </message>
    <message>
        <source>Failed sign-ins of a day</source>
        <translation>عمليات الدخول الفاشلة خلال يوم</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>الملف كبير جدًا.</translation>
    </message>
    <message>
        <source>This file holds no saved filters.</source>
        <translation>لا يحوي هذا الملف عوامل تصفية محفوظة.</translation>
    </message>
    <message>
        <source>The filter “%1” cannot be understood: %2</source>
        <translation>تعذّر فهم عامل التصفية «%1»: %2</translation>
    </message>
    <message>
        <source>it is empty or too long</source>
        <translation>إنه فارغ أو طويل جدًا</translation>
    </message>
    <message>
        <source>These are more than %1 filters.</source>
        <translation>عدد عوامل التصفية أكبر من %1.</translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message>
        <source>Saved filters (*.json)</source>
        <translation>عوامل التصفية المحفوظة (*.json)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>A pinned filter is a button above the log.</source>
        <translation>عامل التصفية المثبَّت زر فوق السجل.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>التصفية</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>مثبَّت</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>استيراد …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>تصدير …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Import saved filters from a file</source>
        <translation>استيراد عوامل التصفية المحفوظة من ملف</translation>
    </message>
    <message>
        <source>Export the saved filters to a file</source>
        <translation>تصدير عوامل التصفية المحفوظة إلى ملف</translation>
    </message>
    <message>
        <source>Rename the saved filter</source>
        <translation>إعادة تسمية عامل التصفية المحفوظ</translation>
    </message>
    <message>
        <source>Delete the saved filter</source>
        <translation>حذف عامل التصفية المحفوظ</translation>
    </message>
    <message>
        <source>Import saved filters</source>
        <translation>استيراد عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>Export the saved filters</source>
        <translation>تصدير عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبَّت</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>غير مثبَّت</translation>
    </message>
    <message>
        <source>“%1” is no name that can be given.</source>
        <translation>«%1» ليس اسمًا يمكن إعطاؤه.</translation>
    </message>
    <message>
        <source>It must not be empty, and no other filter may have it.</source>
        <translation>يجب ألا يكون فارغًا وألا يحمله عامل تصفية آخر.</translation>
    </message>
    <message>
        <source>The filters could not be written.</source>
        <translation>تعذّرت كتابة عوامل التصفية.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>تعذّرت قراءة الملف.</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) added.</source>
        <translation>
            <numerusform>أُضيف %n عامل تصفية.</numerusform>
            <numerusform>أُضيف عامل تصفية واحد.</numerusform>
            <numerusform>أُضيف عاملا تصفية.</numerusform>
            <numerusform>أُضيفت %n عوامل تصفية.</numerusform>
            <numerusform>أُضيف %n عامل تصفية.</numerusform>
            <numerusform>أُضيف %n عامل تصفية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n كان موجودًا مسبقًا.</numerusform>
            <numerusform>واحد كان موجودًا مسبقًا.</numerusform>
            <numerusform>اثنان كانا موجودين مسبقًا.</numerusform>
            <numerusform>%n كانت موجودة مسبقًا.</numerusform>
            <numerusform>%n كان موجودًا مسبقًا.</numerusform>
            <numerusform>%n كان موجودًا مسبقًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>لم يُستورد شيء.</translation>
    </message>
</context>
<context>
    <name>ScenarioList</name>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>السيناريوهات</translation>
    </message>
    <message>
        <source>Start the scenario in a browser</source>
        <translation>بدء السيناريو في متصفح</translation>
    </message>
    <message>
        <source>%1 signs in, and it works.</source>
        <translation>تسجيل دخول %1 ينجح.</translation>
    </message>
    <message>
        <source>%1 signs in, and it ends with %2.</source>
        <translation>تسجيل دخول %1 ينتهي بالنتيجة %2.</translation>
    </message>
</context>
<context>
    <name>ScimPanel</name>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>كل الطلبات</translation>
    </message>
    <message>
        <source>Those that changed something</source>
        <translation>التي غيّرت شيئًا</translation>
    </message>
    <message>
        <source>Those that were refused</source>
        <translation>التي رُفضت</translation>
    </message>
    <message>
        <source>Let them pass for an hour</source>
        <translation>السماح بها لمدة ساعة</translation>
    </message>
    <message>
        <source>Directories…</source>
        <translation>الأدلّة…</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>اختبار…</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>What would it do now?</source>
        <translation>ماذا سيفعل الآن؟</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>عرض الشخص</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>التزويد</translation>
    </message>
    <message>
        <source>What directories sent over SCIM, and what it changed.</source>
        <translation>ما أرسلته الأدلّة عبر SCIM وما غيّره.</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>أي الطلبات</translation>
    </message>
    <message>
        <source>No directory has sent anything yet. Give one the address and a token.</source>
        <translation>لم يرسل أي دليل شيئًا بعد. أعطِ أحدها العنوان ورمزًا.</translation>
    </message>
    <message>
        <source>Connect a directory</source>
        <translation>ربط دليل</translation>
    </message>
    <message>
        <source>Select a request to see what it changed.</source>
        <translation>اختر طلبًا لترى ما غيّره.</translation>
    </message>
    <message>
        <source>Performs the same on today&apos;s people and undoes it</source>
        <translation>ينفّذ الأمر نفسه على أشخاص اليوم ثم يتراجع عنه</translation>
    </message>
    <message numerus="yes">
        <source>%n deactivations are held back.</source>
        <translation>
            <numerusform>لا تعطيلات محجوزة.</numerusform>
            <numerusform>تعطيل واحد محجوز.</numerusform>
            <numerusform>تعطيلان محجوزان.</numerusform>
            <numerusform>%n تعطيلات محجوزة.</numerusform>
            <numerusform>%n تعطيلًا محجوزًا.</numerusform>
            <numerusform>%n تعطيل محجوز.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 people have left within an hour; more would go than the tenant lets pass. Look at the directory&apos;s filter first.</source>
        <translation>غادر %1 خلال ساعة؛ وسيغادر أكثر مما يسمح به المستأجر. تحقّق أولًا من مرشّح الدليل.</translation>
    </message>
    <message>
        <source>Directories may deactivate as many people as they will, for an hour.</source>
        <translation>يمكن للأدلّة تعطيل أي عدد من الأشخاص لمدة ساعة.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Event streams…</source>
        <translation>تدفقات الأحداث…</translation>
    </message>
    <message>
        <source>Data catalog…</source>
        <translation>دليل البيانات…</translation>
    </message>
    <message>
        <source>More about provisioning</source>
        <translation>المزيد عن الإمداد</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Stored. Type to replace it.</source>
        <translation>محفوظ. اكتب لاستبداله.</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>إخفاء السرّ</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>إظهار السرّ</translation>
    </message>
</context>
<context>
    <name>SecretsCard</name>
    <message>
        <source>Client secrets</source>
        <translation>أسرار العميل</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>سرّ جديد</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>إنهاء القديم الآن</translation>
    </message>
    <message>
        <source>The one that is used now works for another day</source>
        <translation>يبقى المستعمل الآن صالحًا ليوم آخر</translation>
    </message>
    <message>
        <source>Apps that still use it are refused from then on</source>
        <translation>تُرفض بعد ذلك التطبيقات التي ما زالت تستعمله</translation>
    </message>
    <message>
        <source>A secret from before its end was kept</source>
        <translation>سرّ من قبل أن يُحفظ آخره</translation>
    </message>
    <message>
        <source>Ends with %1</source>
        <translation>ينتهي بـ %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>أُنشئ %1</translation>
    </message>
    <message>
        <source>made long ago</source>
        <translation>أُنشئ منذ زمن</translation>
    </message>
    <message>
        <source>Replaced; works for another %1</source>
        <translation>مستبدَل؛ يبقى صالحًا %1</translation>
    </message>
    <message>
        <source>The current one, %1</source>
        <translation>الحالي، %1</translation>
    </message>
</context>
<context>
    <name>SecretsSwitch</name>
    <message>
        <source>Keep secrets for 10 min</source>
        <translation>حفظ الأسرار 10 دقائق</translation>
    </message>
    <message>
        <source>Keep codes and tokens of sign-ins for ten minutes</source>
        <translation>حفظ رموز عمليات تسجيل الدخول عشر دقائق</translation>
    </message>
    <message>
        <source>Codes and tokens of the sign-ins of the next ten minutes stay in the broker&apos;s memory for that time, for administrators alone. The audit log says so.</source>
        <translation>تبقى رموز عمليات تسجيل الدخول في الدقائق العشر القادمة في ذاكرة الوسيط طوال تلك المدة، للمسؤولين وحدهم. ويذكر سجل التدقيق ذلك.</translation>
    </message>
    <message>
        <source>%1:%2 left. Codes and tokens are kept in memory, for administrators.</source>
        <translation>بقي %1:%2. الرموز محفوظة في الذاكرة للمسؤولين.</translation>
    </message>
</context>
<context>
    <name>SequenceView</name>
    <message>
        <source>Messages of the sign-in</source>
        <translation>رسائل عملية الدخول</translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message>
        <source>Who has been told</source>
        <translation>من أُبلغ</translation>
    </message>
    <message>
        <source>Apps in this session</source>
        <translation>التطبيقات في هذه الجلسة</translation>
    </message>
    <message>
        <source>No app has asked for tokens yet.</source>
        <translation>لم يطلب أي تطبيق رموزًا بعد.</translation>
    </message>
    <message>
        <source>No app in this session has a back-channel logout address.</source>
        <translation>لا يملك أي تطبيق في هذه الجلسة عنوانًا لتسجيل الخروج عبر القناة الخلفية.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>سُجّل الدخول</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>تنتهي تلقائيًا</translation>
    </message>
    <message>
        <source>How</source>
        <translation>الكيفية</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Session id</source>
        <translation>معرّف الجلسة</translation>
    </message>
    <message>
        <source>A deleted app</source>
        <translation>تطبيق محذوف</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <translation>جُدّد %1</translation>
    </message>
    <message>
        <source>signed in %1</source>
        <translation>سُجّل الدخول %1</translation>
    </message>
    <message>
        <source>%1, may use %2</source>
        <translation>%1، ويمكنه استخدام %2</translation>
    </message>
    <message>
        <source>%1 after the end</source>
        <translation>بعد الانتهاء بـ %1</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكَّد</translation>
    </message>
    <message>
        <source>Being told now</source>
        <translation>يجري إبلاغه الآن</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>It answered %1</source>
        <translation>أجاب بـ %1</translation>
    </message>
    <message>
        <source>It did not answer</source>
        <translation>لم يُجب</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln tries</source>
        <translation>
            <numerusform>%1، بلا محاولات</numerusform>
            <numerusform>%1، محاولة واحدة</numerusform>
            <numerusform>%1، محاولتان</numerusform>
            <numerusform>%1، %Ln محاولات</numerusform>
            <numerusform>%1، %Ln محاولة</numerusform>
            <numerusform>%1، %Ln محاولة</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>تُرك</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>المحاولة التالية: %1</translation>
    </message>
    <message>
        <source>Will be tried again</source>
        <translation>ستُعاد المحاولة</translation>
    </message>
    <message>
        <source>Signed in from</source>
        <translation>تسجيل الدخول من</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>Expired</source>
        <translation>منتهية الصلاحية</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>مسجّل الدخول</translation>
    </message>
    <message>
        <source>Not confirmed by all</source>
        <translation>لم يؤكدها الجميع</translation>
    </message>
    <message>
        <source>Telling apps</source>
        <translation>يجري إبلاغ التطبيقات</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>a deleted app</source>
        <translation>تطبيق محذوف</translation>
    </message>
    <message>
        <source>a deleted person</source>
        <translation>شخص محذوف</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>موفّر الهوية</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>address changed</source>
        <translation>تغيّر العنوان</translation>
    </message>
    <message>
        <source>unbound token</source>
        <translation>رمز غير مرتبط بمفتاح</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>مُلغى</translation>
    </message>
    <message>
        <source>Not bound to a key</source>
        <translation>غير مرتبط بمفتاح</translation>
    </message>
    <message>
        <source>Bound to a key</source>
        <translation>مرتبط بمفتاح</translation>
    </message>
    <message>
        <source>%1, app session of %2</source>
        <translation>%1، جلسة تطبيق للمستخدم %2</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>ملاحظات</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Unknown device</source>
        <translation>جهاز غير معروف</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>browser, operating system</comment>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>The person signed out</source>
        <translation>سجّل الشخص خروجه</translation>
    </message>
    <message>
        <source>An administrator ended it</source>
        <translation>أنهاها مسؤول</translation>
    </message>
    <message>
        <source>An administrator ended all sessions</source>
        <translation>أنهى مسؤول جميع الجلسات</translation>
    </message>
    <message>
        <source>The person was deactivated</source>
        <translation>عُطّل الشخص</translation>
    </message>
    <message>
        <source>The person was deleted</source>
        <translation>حُذف الشخص</translation>
    </message>
    <message>
        <source>The identity provider was switched off</source>
        <translation>أُوقف موفّر الهوية</translation>
    </message>
    <message>
        <source>The identity provider was deleted</source>
        <translation>حُذف موفّر الهوية</translation>
    </message>
    <message>
        <source>The tenant was suspended</source>
        <translation>عُلّق المستأجر</translation>
    </message>
    <message>
        <source>The person signed out at the identity provider</source>
        <translation>سجّل الشخص خروجه لدى موفّر الهوية</translation>
    </message>
</context>
<context>
    <name>SessionsPanel</name>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>Show ended ones</source>
        <translation>إظهار المنتهية</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Sign out many…</source>
        <translation>تسجيل خروج كثيرين…</translation>
    </message>
    <message>
        <source>Sign out this person…</source>
        <translation>تسجيل خروج هذا الشخص…</translation>
    </message>
    <message>
        <source>Sign out this device…</source>
        <translation>تسجيل خروج هذا الجهاز…</translation>
    </message>
    <message>
        <source>Devices that people are signed in at, and the apps they use there.</source>
        <translation>الأجهزة التي سجّل الأشخاص دخولهم عليها، والتطبيقات التي يستخدمونها هناك.</translation>
    </message>
    <message>
        <source>Nobody is signed in right now.</source>
        <translation>لا أحد مسجّل الدخول الآن.</translation>
    </message>
    <message>
        <source>Open sandbox sign-in</source>
        <translation>فتح تسجيل دخول تجريبي</translation>
    </message>
    <message>
        <source>Select a device to see the apps that are signed in there.</source>
        <translation>اختر جهازًا لرؤية التطبيقات المسجّل دخولها عليه.</translation>
    </message>
    <message>
        <source>A deleted person</source>
        <translation>شخص محذوف</translation>
    </message>
    <message>
        <source>Sign out %1 on this device</source>
        <translation>تسجيل خروج %1 من هذا الجهاز</translation>
    </message>
    <message>
        <source>Signed out %1.</source>
        <translation>سُجّل خروج %1.</translation>
    </message>
    <message>
        <source>Sign out %1 everywhere</source>
        <translation>تسجيل خروج %1 من كل مكان</translation>
    </message>
    <message>
        <source>Sign out many</source>
        <translation>تسجيل خروج كثيرين</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions ended.</source>
        <translation>
            <numerusform>لم تنتهِ أي جلسة.</numerusform>
            <numerusform>انتهت جلسة واحدة.</numerusform>
            <numerusform>انتهت جلستان.</numerusform>
            <numerusform>انتهت %Ln جلسات.</numerusform>
            <numerusform>انتهت %Ln جلسة.</numerusform>
            <numerusform>انتهت %Ln جلسة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Production</source>
        <translation>إنتاج</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>بيئة التجربة</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in</source>
        <translation>معلّق: لا يمكن لأحد تسجيل الدخول</translation>
    </message>
    <message>
        <source>When they first sign in</source>
        <translation>عند أول تسجيل دخول لهم</translation>
    </message>
    <message>
        <source>By the company&apos;s directory (SCIM)</source>
        <translation>عبر دليل الشركة (SCIM)</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>يدويًا فقط</translation>
    </message>
    <message>
        <source>By verified e-mail, once</source>
        <translation>بالبريد الموثّق، مرة واحدة</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Replace with those of the sign-in</source>
        <translation>استبدالها بأدوار تسجيل الدخول</translation>
    </message>
    <message>
        <source>Merge: keep those given by hand</source>
        <translation>دمجها مع الإبقاء على الممنوحة يدويًا</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّلة</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّلة</translation>
    </message>
    <message>
        <source>For emergencies only</source>
        <translation>للطوارئ فقط</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Note it in the log</source>
        <translation>تدوين في السجل</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>إنهاء الجلسة</translation>
    </message>
    <message>
        <source>Ask to sign in again</source>
        <translation>طلب تسجيل الدخول مجددًا</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم المختصر</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>How people get in</source>
        <translation>كيفية الدخول</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>المستخدمون الجدد</translation>
    </message>
    <message>
        <source>Existing people</source>
        <translation>المستخدمون الحاليون</translation>
    </message>
    <message>
        <source>How a first sign-in finds somebody who is already known here.</source>
        <translation>كيف يُتعرَّف عند أول تسجيل دخول على شخص معروف هنا من قبل.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Local accounts</source>
        <translation>الحسابات المحلية</translation>
    </message>
    <message>
        <source>Required level</source>
        <translation>المستوى المطلوب</translation>
    </message>
    <message>
        <source>Authentication levels (acr) that are enough; empty: any.</source>
        <translation>مستويات المصادقة (acr) الكافية؛ إذا تُرك فارغًا كفى أي مستوى.</translation>
    </message>
    <message>
        <source>Stronger levels</source>
        <translation>المستويات الأقوى</translation>
    </message>
    <message>
        <source>Stronger&gt;weaker, for levels of your own: who reached the one has met the other.</source>
        <translation>الأقوى&gt;الأضعف، لمستوياتكم الخاصة: من بلغ الأول فقد استوفى الثاني.</translation>
    </message>
    <message>
        <source>Blocked addresses</source>
        <translation>عناوين محظورة</translation>
    </message>
    <message>
        <source>Addresses and ranges. Nobody signs in from there, and sessions there end when you save.</source>
        <translation>عناوين ونطاقات. لا يسجّل أحد الدخول منها، وتنتهي الجلسات القائمة منها عند الحفظ.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pair. Write for example vault&gt;urn:gatehouse:aal2</source>
        <translation>«%1» ليس زوجًا. اكتب مثلًا vault&gt;urn:gatehouse:aal2</translation>
    </message>
    <message>
        <source>Language of pages</source>
        <translation>لغة الصفحات</translation>
    </message>
    <message>
        <source>For people whose app and browser ask for none of these.</source>
        <translation>لمن لا يطلب تطبيقه ولا متصفحه أيًّا من هذه اللغات.</translation>
    </message>
    <message>
        <source>How long they stay</source>
        <translation>مدة البقاء</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Ends after this, whatever happens.</source>
        <translation>تنتهي بعد هذه المدة في جميع الأحوال.</translation>
    </message>
    <message>
        <source>Idle session</source>
        <translation>الجلسة الخاملة</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>رمز التجديد</translation>
    </message>
    <message>
        <source>When something looks wrong</source>
        <translation>عند الاشتباه</translation>
    </message>
    <message>
        <source>Address changes</source>
        <translation>تغيّر العنوان</translation>
    </message>
    <message>
        <source>Unusual sign-in</source>
        <translation>تسجيل دخول غير معتاد</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>unit</comment>
        <translation> م.ب</translation>
    </message>
    <message>
        <source>Recorded logins</source>
        <translation>عمليات الدخول المسجّلة</translation>
    </message>
    <message>
        <source>Kept sealed, without secrets, so that they can be looked into and tried against a draft. The oldest go first.</source>
        <translation>تُحفظ مشفّرة ومن دون أسرار، كي يمكن فحصها وتجربتها على مسودة. ويُحذف الأقدم أولًا.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>الحد الأقصى</translation>
    </message>
    <message>
        <source>Logins; 0 records none.</source>
        <translation>عمليات الدخول؛ 0 لعدم التسجيل.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المساحة</translation>
    </message>
    <message>
        <source>For</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>This is no time span. Write for example 12 h or 30 min.</source>
        <translation>هذه ليست مدة زمنية. اكتب مثلًا 12 h أو 30 min.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>مطلوب.</translation>
    </message>
    <message>
        <source>Part of every address of this tenant. Lower case, digits, hyphens.</source>
        <translation>جزء من كل عنوان لهذا المستأجر. أحرف صغيرة وأرقام وواصلات.</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>مفاتيح التوقيع</translation>
    </message>
    <message>
        <source>They change by themselves, and each is published before it signs.</source>
        <translation>تتغير من تلقاء نفسها، ويُنشر كلٌّ منها قبل أن يوقِّع.</translation>
    </message>
    <message>
        <source>A key signs for</source>
        <translation>مدة توقيع المفتاح</translation>
    </message>
    <message>
        <source>Then the next one takes over; 0 s: keys are changed by hand alone.</source>
        <translation>ثم يتولى المفتاح التالي؛ 0 s: لا تُغيَّر المفاتيح إلا يدويًا.</translation>
    </message>
    <message>
        <source>Published before</source>
        <translation>النشر المسبق</translation>
    </message>
    <message>
        <source>How long everybody has to fetch the next key before it signs.</source>
        <translation>المدة المتاحة للجميع لجلب المفتاح التالي قبل أن يوقِّع.</translation>
    </message>
    <message>
        <source>At least an hour, or 0 s for by hand alone.</source>
        <translation>ساعة على الأقل، أو 0 s للتغيير اليدوي وحده.</translation>
    </message>
    <message>
        <source>From 10 min to 30 days.</source>
        <translation>من 10 دقائق إلى 30 يومًا.</translation>
    </message>
    <message>
        <source> /s</source>
        <comment>requests a second</comment>
        <translation> /ث</translation>
    </message>
    <message>
        <source> %</source>
        <comment>unit</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>The company&apos;s directory (SCIM)</source>
        <translation>دليل الشركة (SCIM)</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>أول تسجيل دخول</translation>
    </message>
    <message>
        <source>By what it finds the person that the directory made: externalId, userName, email, in this order.</source>
        <translation>ما تُعرف به الشخصية التي أنشأها الدليل: externalId ثم userName ثم email، بهذا الترتيب.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Of all its clients together; for a moment twice as many.</source>
        <translation>من جميع عملائه معًا؛ وضِعفها للحظة.</translation>
    </message>
    <message>
        <source>Deactivations</source>
        <translation>عمليات التعطيل</translation>
    </message>
    <message>
        <source>Of the active people, in an hour. More is refused until you raise this; 100 % lets all pass.</source>
        <translation>من الأشخاص النشطين خلال ساعة. ويُرفض ما زاد حتى ترفع هذا الحد؛ و100 % تسمح للجميع.</translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>&amp;Assign</source>
        <translation>تعيين</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>تصفية الإجراءات</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الإجراءات واختصاراتها</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>الاختصار</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>اختصار جديد</translation>
    </message>
    <message>
        <source>Assign keys</source>
        <translation>تعيين الاختصار</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>الاختصار الافتراضي</translation>
    </message>
    <message>
        <source>All to default</source>
        <translation>استعادة كل الافتراضي</translation>
    </message>
    <message>
        <source>%1 has these keys already. Take them away there first.</source>
        <translation>هذا الاختصار مستخدم في %1. أزِله من هناك أولًا.</translation>
    </message>
    <message>
        <source>No keys any more.</source>
        <translation>أُزيل الاختصار.</translation>
    </message>
    <message>
        <source>%1 it is.</source>
        <translation>الاختصار الآن %1.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Lists and forms</source>
        <translation>القوائم والنماذج</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Change them in Preferences.</source>
        <translation>يمكن تغييرها في التفضيلات.</translation>
    </message>
    <message>
        <source>&amp;Print as PDF …</source>
        <translation>طباعة بصيغة PDF …</translation>
    </message>
    <message>
        <source>Shortcuts as a document to print</source>
        <translation>الاختصارات في مستند للطباعة</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>مستندات PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source> or </source>
        <translation> أو </translation>
    </message>
</context>
<context>
    <name>ShownOnce</name>
    <message>
        <source>I have kept it</source>
        <translation>حفظتُه</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>إخفاء السرّ</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>إظهار السرّ</translation>
    </message>
</context>
<context>
    <name>SignInClock</name>
    <message>
        <source>Fresh sign-in</source>
        <translation>تسجيل دخول حديث</translation>
    </message>
    <message>
        <source>Sign-in not fresh</source>
        <translation>تسجيل الدخول لم يعد حديثًا</translation>
    </message>
    <message>
        <source>Keys, connections and other privileged matters ask you to sign in again.</source>
        <translation>ستُطالَب بتسجيل الدخول مجددًا لتغيير المفاتيح والاتصالات وما شابهها.</translation>
    </message>
    <message>
        <source>Fresh sign-in %1:%2</source>
        <translation>دخول حديث %1:%2</translation>
    </message>
    <message>
        <source>So long you can change keys, connections and other privileged matters without signing in again.</source>
        <translation>طوال هذه المدة يمكنك تغيير المفاتيح والاتصالات وما شابهها دون تسجيل دخول جديد.</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>يجري العدّ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions end</source>
        <translation>
            <numerusform>لا تنتهي أي جلسة</numerusform>
            <numerusform>تنتهي جلسة واحدة</numerusform>
            <numerusform>تنتهي جلستان</numerusform>
            <numerusform>تنتهي %Ln جلسات</numerusform>
            <numerusform>تنتهي %Ln جلسة</numerusform>
            <numerusform>تنتهي %Ln جلسة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people</source>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>لشخص واحد</numerusform>
            <numerusform>لشخصين</numerusform>
            <numerusform>لـ %Ln أشخاص</numerusform>
            <numerusform>لـ %Ln شخصًا</numerusform>
            <numerusform>لـ %Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is signed in who is meant by this.</source>
        <translation>لا أحد من المقصودين مسجّل الدخول.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>12 sessions end, of 3 people.</comment>
        <translation>%1، %2.</translation>
    </message>
    <message>
        <source>Told at once: %1</source>
        <translation>تُبلَّغ فورًا: %1</translation>
    </message>
    <message>
        <source>Not told, for want of a back-channel logout address; their tokens are refused at once: %1</source>
        <translation>لا تُبلَّغ لعدم وجود عنوان لتسجيل الخروج عبر القناة الخلفية؛ وتُرفض رموزها فورًا: %1</translation>
    </message>
    <message>
        <source>This cannot be taken back. Type %1 to go on.</source>
        <translation>لا يمكن التراجع عن هذا. اكتب %1 للمتابعة.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>اكتب %1 للتأكيد</translation>
    </message>
</context>
<context>
    <name>SnippetCard</name>
    <message>
        <source>Copy into the app</source>
        <translation>انسخ إلى التطبيق</translation>
    </message>
    <message>
        <source>With the secret that was made just now</source>
        <translation>مع السرّ الذي أُنشئ للتو</translation>
    </message>
    <message>
        <source>snippet</source>
        <translation>المقتطف</translation>
    </message>
    <message>
        <source>Snippet for</source>
        <translation>مقتطف لـ</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>المقتطف</translation>
    </message>
    <message>
        <source>The secret is in it: it leaves the clipboard after a minute.</source>
        <translation>السرّ فيه: يُمحى من الحافظة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Put the client secret in where it says %1.</source>
        <translation>ضع سرّ العميل مكان %1.</translation>
    </message>
    <message>
        <source>Nothing in it is secret.</source>
        <translation>لا شيء فيه سرّي.</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>This JSON has no &quot;issuer&quot;: a discovery document was expected.</source>
        <translation>لا يحتوي JSON هذا على &quot;issuer&quot;، والمتوقع مستند اكتشاف.</translation>
    </message>
    <message>
        <source>Recognised: an OpenID Connect discovery document.</source>
        <translation>تم التعرّف عليه: مستند اكتشاف OpenID Connect.</translation>
    </message>
    <message>
        <source>This is no https address.</source>
        <translation>هذا ليس عنوان https.</translation>
    </message>
    <message>
        <source>This is the address of SAML metadata. An OpenID Connect issuer was expected.</source>
        <translation>هذا عنوان بيانات SAML الوصفية، والمتوقع issuer لـ OpenID Connect.</translation>
    </message>
    <message>
        <source>Recognised: the address of a discovery document. The issuer is what stands before it.</source>
        <translation>تم التعرّف عليه: عنوان مستند اكتشاف. والـ issuer هو الجزء الذي يسبقه.</translation>
    </message>
    <message>
        <source>An issuer has no &quot;?&quot; and no &quot;#&quot;. Paste the address of the metadata instead.</source>
        <translation>لا يحتوي issuer على &quot;?&quot; ولا على &quot;#&quot;. الصق عنوان البيانات الوصفية بدلًا منه.</translation>
    </message>
    <message>
        <source>Recognised: an issuer address.</source>
        <translation>تم التعرّف عليه: عنوان issuer.</translation>
    </message>
    <message>
        <source>This is SAML metadata. An OpenID Connect issuer or discovery document was expected.</source>
        <translation>هذه بيانات SAML وصفية، والمتوقع issuer أو مستند اكتشاف لـ OpenID Connect.</translation>
    </message>
    <message>
        <source>This is a web page or XML. Paste the address of the discovery document, or its JSON.</source>
        <translation>هذه صفحة ويب أو XML. الصق عنوان مستند الاكتشاف أو محتواه بصيغة JSON.</translation>
    </message>
    <message>
        <source>Not recognised. Expected: an issuer address such as https://login.company.com, the address of a discovery document, or its JSON.</source>
        <translation>لم يتم التعرّف عليه. المتوقع: عنوان issuer مثل https://login.company.com، أو عنوان مستند الاكتشاف، أو محتواه بصيغة JSON.</translation>
    </message>
    <message>
        <source>This looks like JSON, but cannot be read: %1 at character %2.</source>
        <translation>يبدو هذا JSON، لكن تتعذّر قراءته: %1 عند الحرف %2.</translation>
    </message>
</context>
<context>
    <name>StageFixes</name>
    <message>
        <source>Copied the redirect URI.</source>
        <translation>نُسخ عنوان إعادة التوجيه.</translation>
    </message>
    <message>
        <source>The broker calls identity providers directly, without a proxy.</source>
        <translation>يتصل الوسيط بموفّري الهوية مباشرةً، دون وكيل.</translation>
    </message>
    <message>
        <source>The broker calls identity providers through the proxy %1.</source>
        <translation>يتصل الوسيط بموفّري الهوية عبر الوكيل %1.</translation>
    </message>
    <message>
        <source>It is chosen where the broker is started: gatehoused serve --outbound-proxy http://proxy:3128, or gatehouse with the same option for the broker inside this console. The environment (https_proxy) is not read.</source>
        <translation>يُختار عند تشغيل الوسيط: gatehoused serve --outbound-proxy http://proxy:3128، أو gatehouse بالخيار نفسه للوسيط داخل هذه اللوحة. ولا تُقرأ البيئة (https_proxy).</translation>
    </message>
    <message>
        <source>This machine&apos;s clock says %1 UTC.</source>
        <translation>ساعة هذا الجهاز تشير إلى %1 UTC.</translation>
    </message>
    <message>
        <source>Compare it with a clock you trust, and switch time synchronisation on.</source>
        <translation>قارنها بساعة تثق بها، وفعّل مزامنة الوقت.</translation>
    </message>
    <message>
        <source>The signing certificate of %1 expires on %2.</source>
        <translation>تنتهي صلاحية شهادة التوقيع لـ %1 في %2.</translation>
    </message>
    <message>
        <source>The bell says so again on %1.</source>
        <translation>سيذكّرك الجرس بذلك في %1.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>OK</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>متخطّى</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>broker address</source>
        <translation>عنوان الوسيط</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا استجابة</translation>
    </message>
    <message>
        <source>Broker running</source>
        <translation>الوسيط يعمل</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>زمن p95 %1</translation>
    </message>
    <message>
        <source>95 of 100 logins of the last hour took the broker less than this. The target is %1.</source>
        <translation>استغرقت 95 من كل 100 عملية دخول في الساعة الأخيرة أقل من هذا الوقت في الوسيط. الهدف %1.</translation>
    </message>
    <message>
        <source>Up %1, since %2</source>
        <translation>مدة التشغيل %1، منذ %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Checked every 3 s</source>
        <translation>يُفحص كل 3 ث</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>جارٍ الاتصال …</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>البث متوقف</translation>
    </message>
    <message>
        <source>Lists change as things happen.</source>
        <translation>تُحدَّث القوائم فور وقوع الأحداث.</translation>
    </message>
    <message>
        <source>The broker&apos;s event stream cannot be reached now.</source>
        <translation>تعذّر الوصول الآن إلى بث أحداث الوسيط.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>لا تطبيقات</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%Ln تطبيقات</numerusform>
            <numerusform>%Ln تطبيقًا</numerusform>
            <numerusform>%Ln تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>لا جلسات</numerusform>
            <numerusform>جلسة واحدة</numerusform>
            <numerusform>جلستان</numerusform>
            <numerusform>%Ln جلسات</numerusform>
            <numerusform>%Ln جلسة</numerusform>
            <numerusform>%Ln جلسة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>%1: %2</source>
        <comment>attribute: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>attribute: before → after</comment>
        <translation>%1: %2 ← %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members come</source>
        <translation>
            <numerusform>لا عضو يأتي</numerusform>
            <numerusform>يأتي عضو</numerusform>
            <numerusform>يأتي عضوان</numerusform>
            <numerusform>يأتي %Ln أعضاء</numerusform>
            <numerusform>يأتي %Ln عضوًا</numerusform>
            <numerusform>يأتي %Ln عضوًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members go</source>
        <translation>
            <numerusform>لا عضو يذهب</numerusform>
            <numerusform>يذهب عضو</numerusform>
            <numerusform>يذهب عضوان</numerusform>
            <numerusform>يذهب %Ln أعضاء</numerusform>
            <numerusform>يذهب %Ln عضوًا</numerusform>
            <numerusform>يذهب %Ln عضوًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>المجموعة %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>refused: what was said</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>الفعل</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>على من</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما يتغيّر</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>StepUpStrip</name>
    <message>
        <source>Sign in in the browser</source>
        <translation>تسجيل الدخول في المتصفح</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Fresh sign-in</source>
        <translation>تسجيل دخول حديث</translation>
    </message>
    <message>
        <source>This wants a fresh sign-in. It goes on by itself when you have made it.</source>
        <translation>يتطلب هذا تسجيل دخول حديثًا، ثم يتابع من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Waiting for you in the browser …</source>
        <translation>بانتظارك في المتصفح …</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>فتحه مجددًا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Held message</source>
        <translation>الرسالة الموقوفة</translation>
    </message>
    <message>
        <source>Steps of the scenario</source>
        <translation>خطوات السيناريو</translation>
    </message>
    <message>
        <source>Nothing is held. Start a scenario; its first step waits here for Next.</source>
        <translation>لا توجد رسالة موقوفة. ابدأ سيناريو، وستنتظر خطوته الأولى هنا حتى تضغط «التالي».</translation>
    </message>
    <message>
        <source>Choose a scenario and start it. Hold at each step shows it one message at a time.</source>
        <translation>اختر سيناريو وابدأه. مع التوقف عند كل خطوة تظهر رسائله واحدة تلو الأخرى.</translation>
    </message>
    <message>
        <source>%1 → %2, held since %3</source>
        <translation>من %1 إلى %2، موقوفة منذ %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2, held since %3; %n more wait behind it</source>
        <translation>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ ولا رسائل تنتظر خلفها (%n)</numerusform>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ وتنتظر خلفها رسالة واحدة</numerusform>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ وتنتظر خلفها رسالتان</numerusform>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ وتنتظر خلفها %n رسائل</numerusform>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ وتنتظر خلفها %n رسالة</numerusform>
            <numerusform>من %1 إلى %2، موقوفة منذ %3؛ وتنتظر خلفها %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>held now</source>
        <translation>موقوفة الآن</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تمّت</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>قادمة</translation>
    </message>
    <message>
        <source>%1. %2 (%3): %4</source>
        <translation>%1. %2 (%3): %4</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>On</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>يفشل</translation>
    </message>
    <message>
        <source>Polled</source>
        <translation>يُسحب</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>يُرسل</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>Last taken</source>
        <translation>آخر استلام</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>StreamsDialog</name>
    <message>
        <source>Receivers</source>
        <translation>المستقبلون</translation>
    </message>
    <message>
        <source>New bearer token</source>
        <translation>رمز حامل جديد</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>رمز الحامل</translation>
    </message>
    <message>
        <source>Gatehouse sends them</source>
        <translation>يرسلها Gatehouse</translation>
    </message>
    <message>
        <source>The receiver asks</source>
        <translation>يطلبها المستقبل</translation>
    </message>
    <message>
        <source>Tell this receiver</source>
        <translation>إبلاغ هذا المستقبل</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>إرسال حدث اختبار</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>End</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Event streams of %1</source>
        <translation>تدفقات أحداث %1</translation>
    </message>
    <message>
        <source>Nobody is told what happens to people and groups yet.</source>
        <translation>لا يُبلَّغ أحد بعد بما يحدث للأشخاص والمجموعات.</translation>
    </message>
    <message>
        <source>While it is off, events are kept and told later</source>
        <translation>أثناء الإيقاف تُحفظ الأحداث ويُبلَّغ عنها لاحقًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Tell another receiver</source>
        <translation>إبلاغ مستقبل آخر</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>What it is called here.</source>
        <translation>اسمه هنا.</translation>
    </message>
    <message>
        <source>&amp;Audience</source>
        <translation>ال&amp;جمهور</translation>
    </message>
    <message>
        <source>What the receiver is called in its tokens, mostly its address.</source>
        <translation>اسم المستقبل في رموزه، وغالبًا عنوانه.</translation>
    </message>
    <message>
        <source>&amp;Delivery</source>
        <translation>ال&amp;تسليم</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Where the receiver takes events.</source>
        <translation>حيث يستلم المستقبل الأحداث.</translation>
    </message>
    <message>
        <source>Au&amp;thorization</source>
        <translation>الت&amp;خويل</translation>
    </message>
    <message>
        <source>The whole header that the receiver wants, such as Bearer and its token. May be empty.</source>
        <translation>الترويسة كاملة كما يريدها المستقبل، مثل Bearer ورمزه. قد تكون فارغة.</translation>
    </message>
    <message>
        <source>%1 asks at %2 with it. It is shown this once and kept nowhere.</source>
        <translation>يطلب %1 به من %2. يُعرض هذه المرة فقط ولا يُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>تشغيل</translation>
    </message>
</context>
<context>
    <name>SyncForm</name>
    <message>
        <source>Pull: its people become ours</source>
        <translation>سحب: أشخاصه يصيرون لنا</translation>
    </message>
    <message>
        <source>Push: our people become its people</source>
        <translation>دفع: أشخاصنا يصيرون له</translation>
    </message>
    <message>
        <source>Runs by itself</source>
        <translation>تعمل تلقائيًا</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>المجموعة %1</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>إضافة مجموعة</translation>
    </message>
    <message>
        <source>Is deactivated</source>
        <translation>يُعطَّل</translation>
    </message>
    <message>
        <source>Is deleted</source>
        <translation>يُحذف</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>يبقى كما هو</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;الاتجاه</translation>
    </message>
    <message>
        <source>Fixed once it exists.</source>
        <translation>ثابت بعد الإنشاء.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;العنوان</translation>
    </message>
    <message>
        <source>Of the SCIM service, without /Users.</source>
        <translation>عنوان خدمة SCIM دون ‎/Users.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>A bearer token of the service. It is given again whenever the address changes.</source>
        <translation>رمز حامل للخدمة. يُدخل من جديد كلما تغيّر العنوان.</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;كل</translation>
    </message>
    <message>
        <source>From one pull to the next. A push follows each change within seconds, and looks for drift as often as this says.</source>
        <translation>من سحب إلى الذي يليه. يتبع الدفع كل تغيير خلال ثوانٍ، ويبحث عن الانحراف بهذا التكرار.</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>Whose people it brings: who signs in there is found by name and external id.</source>
        <translation>أشخاص أيّ مزوّد يجلب: من يسجّل الدخول هناك يُعثر عليه بالاسم والمعرّف الخارجي.</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;المجموعات</translation>
    </message>
    <message>
        <source>Whose members go there, with the groups. Without any: everybody.</source>
        <translation>من يذهب أعضاؤها إلى هناك مع المجموعات. بدونها: الجميع.</translation>
    </message>
    <message>
        <source>Who is &amp;gone from the source</source>
        <translation>من &amp;غاب عن المصدر</translation>
    </message>
    <message>
        <source>Before anybody loses access the source is asked once more. Many at once are held back until somebody confirms their number.</source>
        <translation>قبل أن يفقد أحد وصوله يُسأل المصدر مرة أخرى. ويُحجز العدد الكبير حتى يؤكّده أحد.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>مطلوب.</translation>
    </message>
    <message>
        <source>An address such as https://app.example/scim/v2.</source>
        <translation>عنوان مثل https://app.example/scim/v2.</translation>
    </message>
    <message>
        <source>A minute to 30 days, such as 1 h.</source>
        <translation>من دقيقة إلى 30 يومًا، مثل 1 h.</translation>
    </message>
    <message>
        <source>The address is another one: give its token.</source>
        <translation>تغيّر العنوان: أدخل رمزه.</translation>
    </message>
</context>
<context>
    <name>SyncModel</name>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>آخر تنفيذ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>From here to it</source>
        <translation>من هنا إليه</translation>
    </message>
    <message>
        <source>From it to here</source>
        <translation>منه إلى هنا</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>يسأل</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>يتعثّر</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>منحرف</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>متوافق</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>لم يُنفّذ</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>تعرّف</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>غير موجود بعد</translation>
    </message>
    <message>
        <source>changed at the source</source>
        <translation>تغيّر في المصدر</translation>
    </message>
    <message>
        <source>changed at the target by itself</source>
        <translation>تغيّر في الهدف من تلقائه</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>تغيّر في الطرفين</translation>
    </message>
    <message>
        <source>the source has it no longer</source>
        <translation>لم يعد في المصدر</translation>
    </message>
    <message>
        <source>the target&apos;s own</source>
        <translation>خاص بالهدف</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>غير مقروء</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>the source has it after all</source>
        <translation>ما زال في المصدر</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تمّ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to create</source>
        <translation>
            <numerusform>لا إنشاء</numerusform>
            <numerusform>واحد للإنشاء</numerusform>
            <numerusform>اثنان للإنشاء</numerusform>
            <numerusform>%Ln للإنشاء</numerusform>
            <numerusform>%Ln للإنشاء</numerusform>
            <numerusform>%Ln للإنشاء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to update</source>
        <translation>
            <numerusform>لا تحديث</numerusform>
            <numerusform>واحد للتحديث</numerusform>
            <numerusform>اثنان للتحديث</numerusform>
            <numerusform>%Ln للتحديث</numerusform>
            <numerusform>%Ln للتحديث</numerusform>
            <numerusform>%Ln للتحديث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to deactivate</source>
        <translation>
            <numerusform>لا تعطيل</numerusform>
            <numerusform>واحد للتعطيل</numerusform>
            <numerusform>اثنان للتعطيل</numerusform>
            <numerusform>%Ln للتعطيل</numerusform>
            <numerusform>%Ln للتعطيل</numerusform>
            <numerusform>%Ln للتعطيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to delete</source>
        <translation>
            <numerusform>لا حذف</numerusform>
            <numerusform>واحد للحذف</numerusform>
            <numerusform>اثنان للحذف</numerusform>
            <numerusform>%Ln للحذف</numerusform>
            <numerusform>%Ln للحذف</numerusform>
            <numerusform>%Ln للحذف</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>لا شيء لفعله.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were found to be the same.</source>
        <translation>
            <numerusform>لم يُتعرّف على شيء.</numerusform>
            <numerusform>تُعرّف على واحد.</numerusform>
            <numerusform>تُعرّف على اثنين.</numerusform>
            <numerusform>تُعرّف على %Ln.</numerusform>
            <numerusform>تُعرّف على %Ln.</numerusform>
            <numerusform>تُعرّف على %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ in nothing.</source>
        <translation>
            <numerusform>لا شيء متطابق.</numerusform>
            <numerusform>واحد متطابق.</numerusform>
            <numerusform>اثنان متطابقان.</numerusform>
            <numerusform>%Ln متطابقة.</numerusform>
            <numerusform>%Ln متطابقًا.</numerusform>
            <numerusform>%Ln متطابقًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>لم يتغيّر شيء في الهدف.</numerusform>
            <numerusform>تغيّر واحد في الهدف من تلقائه.</numerusform>
            <numerusform>تغيّر اثنان في الهدف من تلقائهما.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are the target&apos;s own and stay.</source>
        <translation>
            <numerusform>لا شيء خاص بالهدف.</numerusform>
            <numerusform>واحد خاص بالهدف ويبقى.</numerusform>
            <numerusform>اثنان خاصان بالهدف ويبقيان.</numerusform>
            <numerusform>%Ln خاصة بالهدف وتبقى.</numerusform>
            <numerusform>%Ln خاصة بالهدف وتبقى.</numerusform>
            <numerusform>%Ln خاصة بالهدف وتبقى.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>لم يُنشأ شيء</numerusform>
            <numerusform>أُنشئ واحد</numerusform>
            <numerusform>أُنشئ اثنان</numerusform>
            <numerusform>أُنشئ %Ln</numerusform>
            <numerusform>أُنشئ %Ln</numerusform>
            <numerusform>أُنشئ %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>لم يُحدّث شيء</numerusform>
            <numerusform>حُدّث واحد</numerusform>
            <numerusform>حُدّث اثنان</numerusform>
            <numerusform>حُدّث %Ln</numerusform>
            <numerusform>حُدّث %Ln</numerusform>
            <numerusform>حُدّث %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation>
            <numerusform>لم يُعطّل أحد</numerusform>
            <numerusform>عُطّل واحد</numerusform>
            <numerusform>عُطّل اثنان</numerusform>
            <numerusform>عُطّل %Ln</numerusform>
            <numerusform>عُطّل %Ln</numerusform>
            <numerusform>عُطّل %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>لم يُحذف شيء</numerusform>
            <numerusform>حُذف واحد</numerusform>
            <numerusform>حُذف اثنان</numerusform>
            <numerusform>حُذف %Ln</numerusform>
            <numerusform>حُذف %Ln</numerusform>
            <numerusform>حُذف %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recognised</source>
        <translation>
            <numerusform>لم يُتعرّف على شيء</numerusform>
            <numerusform>تُعرّف على واحد</numerusform>
            <numerusform>تُعرّف على اثنين</numerusform>
            <numerusform>تُعرّف على %Ln</numerusform>
            <numerusform>تُعرّف على %Ln</numerusform>
            <numerusform>تُعرّف على %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not done</source>
        <translation>
            <numerusform>أُنجز الكل</numerusform>
            <numerusform>واحد لم يُنجز</numerusform>
            <numerusform>اثنان لم يُنجزا</numerusform>
            <numerusform>%Ln لم تُنجز</numerusform>
            <numerusform>%Ln لم تُنجز</numerusform>
            <numerusform>%Ln لم تُنجز</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>لا شيء لفعله</translation>
    </message>
    <message>
        <source>So many people would lose their access that somebody has to confirm it.</source>
        <translation>سيفقد الوصول عدد كبير يجب أن يؤكّده أحد.</translation>
    </message>
    <message>
        <source>Too much failed in a row to go on. The last answer: %1</source>
        <translation>تعثّر الكثير تباعًا. آخر جواب: %1</translation>
    </message>
    <message>
        <source>The service refuses: %1</source>
        <translation>ترفض الخدمة: %1</translation>
    </message>
    <message>
        <source>What the service answers is no SCIM: %1</source>
        <translation>ما تجيب به الخدمة ليس SCIM: %1</translation>
    </message>
</context>
<context>
    <name>SyncsPanel</name>
    <message>
        <source>Synchronisations</source>
        <translation>عمليات المزامنة</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Asking both sides</source>
        <translation>يُسأل الطرفان</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>تنفيذ الآن</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>People and groups that are pulled from another SCIM service, or pushed to one.</source>
        <translation>أشخاص ومجموعات تُسحب من خدمة SCIM أخرى أو تُدفع إليها.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add a synchronisation</source>
        <translation>إضافة مزامنة</translation>
    </message>
    <message>
        <source>Nothing is pulled or pushed yet. Another service&apos;s people can become yours, or yours an app&apos;s.</source>
        <translation>لا شيء يُسحب أو يُدفع بعد. يمكن لأشخاص خدمة أخرى أن يصيروا لك، أو لأشخاصك أن يصيروا لتطبيق.</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>الخطوات المنجزة</translation>
    </message>
    <message>
        <source>%v of %m steps</source>
        <comment>progress: %v and %m are numbers</comment>
        <translation>%v من %m خطوة</translation>
    </message>
    <message>
        <source>Says what a run would do now, and writes nothing</source>
        <translation>يقول ما سيفعله التنفيذ الآن ولا يكتب شيئًا</translation>
    </message>
    <message>
        <source>Makes the target what the source is</source>
        <translation>يجعل الهدف كما المصدر</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>عمليات التنفيذ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Parts of the synchronisation</source>
        <translation>أجزاء المزامنة</translation>
    </message>
    <message>
        <source>Delete this synchronisation</source>
        <translation>حذف هذه المزامنة</translation>
    </message>
    <message>
        <source>Select a synchronisation to see what it does.</source>
        <translation>اختر مزامنة لترى ما تفعله.</translation>
    </message>
    <message>
        <source>New synchronisation</source>
        <translation>مزامنة جديدة</translation>
    </message>
    <message>
        <source>Look at a dry run before the first run.</source>
        <translation>انظر إلى تجربة قبل أول تنفيذ.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>لن يفقد أحد وصوله.</numerusform>
            <numerusform>سيفقد شخص واحد وصوله.</numerusform>
            <numerusform>سيفقد شخصان وصولهما.</numerusform>
            <numerusform>سيفقد %Ln أشخاص وصولهم.</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم.</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is more than may go without a question: everything else was done. Look at a dry run, then run it and confirm the number.</source>
        <translation>هذا أكثر مما يُسمح به دون سؤال: أُنجز كل ما عداه. انظر إلى تجربة، ثم نفّذ وأكّد العدد.</translation>
    </message>
    <message>
        <source>The last run did not get through.</source>
        <translation>لم يكتمل آخر تنفيذ.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>لم يتغيّر شيء في الهدف.</numerusform>
            <numerusform>تغيّر واحد في الهدف من تلقائه.</numerusform>
            <numerusform>تغيّر اثنان في الهدف من تلقائهما.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
            <numerusform>تغيّر %Ln في الهدف من تلقائها.</numerusform>
        </translation>
    </message>
    <message>
        <source>A dry run shows which and how; a run makes them what the source says.</source>
        <translation>تُظهر التجربة أيّها وكيف؛ ويجعلها التنفيذ كما يقول المصدر.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Known on both sides</source>
        <translation>معروف لدى الطرفين</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>12 people and 3 groups</comment>
        <translation>%1 و%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>لا أشخاص</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%Ln أشخاص</numerusform>
            <numerusform>%Ln شخصًا</numerusform>
            <numerusform>%Ln شخصًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>لا مجموعات</numerusform>
            <numerusform>مجموعة واحدة</numerusform>
            <numerusform>مجموعتان</numerusform>
            <numerusform>%Ln مجموعات</numerusform>
            <numerusform>%Ln مجموعة</numerusform>
            <numerusform>%Ln مجموعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>آخر تنفيذ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Last that got through</source>
        <translation>آخر ما اكتمل</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Next look for drift</source>
        <translation>البحث التالي عن الانحراف</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>التنفيذ التالي</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>صحّح الحقول أولًا</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>معاينة التغييرات ثم تطبيقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف %1</translation>
    </message>
    <message>
        <source>Delete the synchronisation %1?</source>
        <translation>حذف المزامنة %1؟</translation>
    </message>
    <message>
        <source>People and groups stay as they are, here and there. What was known to be the same on both sides is forgotten.</source>
        <translation>يبقى الأشخاص والمجموعات كما هم هنا وهناك. ويُنسى ما عُرف أنه نفسه لدى الطرفين.</translation>
    </message>
    <message>
        <source>Nothing was written, here or there.</source>
        <translation>لم يُكتب شيء هنا ولا هناك.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access. Go on?</source>
        <translation>
            <numerusform>لن يفقد أحد وصوله. متابعة؟</numerusform>
            <numerusform>سيفقد شخص واحد وصوله. متابعة؟</numerusform>
            <numerusform>سيفقد شخصان وصولهما. متابعة؟</numerusform>
            <numerusform>سيفقد %Ln أشخاص وصولهم. متابعة؟</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم. متابعة؟</numerusform>
            <numerusform>سيفقد %Ln شخصًا وصولهم. متابعة؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>تنفيذ</translation>
    </message>
    <message>
        <source>Their sessions and tokens end at once.</source>
        <translation>تنتهي جلساتهم ورموزهم فورًا.</translation>
    </message>
    <message>
        <source>The list below shows each of them, and why. If the source is wrong, mend it first.</source>
        <translation>تُظهر القائمة أدناه كلًّا منهم والسبب. إن كان المصدر خاطئًا فأصلحه أولًا.</translation>
    </message>
    <message>
        <source>It ran: %1. What was not done is tried again.</source>
        <translation>نُفّذ: %1. وما لم يتمّ يُعاد.</translation>
    </message>
    <message>
        <source>It ran: %1.</source>
        <translation>نُفّذ: %1.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy cell</source>
        <translation>نسخ الخلية</translation>
    </message>
    <message>
        <source>Copy row as JSON</source>
        <translation>نسخ الصف بصيغة JSON</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>نسخ التحديد</translation>
    </message>
    <message>
        <source>Filter by “%1”</source>
        <translation>تصفية حسب «%1»</translation>
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation>استبعاد «%1»</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>تصدير …</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>طي</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>توسيع</translation>
    </message>
</context>
<context>
    <name>TasksTray</name>
    <message>
        <source>What the console is busy with</source>
        <translation>ما تعمل عليه وحدة التحكم</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>انتهت المهام</translation>
    </message>
    <message>
        <source>Tasks %1</source>
        <translation>المهام %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
    <message numerus="yes">
        <source>Tasks, %n running</source>
        <translation>
            <numerusform>المهام، %n قيد التنفيذ</numerusform>
            <numerusform>المهام، واحدة قيد التنفيذ</numerusform>
            <numerusform>المهام، اثنتان قيد التنفيذ</numerusform>
            <numerusform>المهام، %n قيد التنفيذ</numerusform>
            <numerusform>المهام، %n قيد التنفيذ</numerusform>
            <numerusform>المهام، %n قيد التنفيذ</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>مسح المنتهية</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>لا شيء قيد التنفيذ.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>تقدّم %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>إلغاء %1</translation>
    </message>
</context>
<context>
    <name>TenantModel</name>
    <message>
        <source>Suspended</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>بيئة التجربة</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم المختصر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>أُنشئ في</translation>
    </message>
</context>
<context>
    <name>TenantsPanel</name>
    <message>
        <source>Tenants</source>
        <translation>المستأجرون</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>المستأجر</translation>
    </message>
    <message>
        <source>Work on this tenant</source>
        <translation>العمل على هذا المستأجر</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>مراجعة وتطبيق</translation>
    </message>
    <message>
        <source>Each tenant is a company with its own people, keys and identity providers.</source>
        <translation>كل مستأجر شركة لها مستخدموها ومفاتيحها وموفّرو الهوية الخاصون بها.</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>مستأجر جديد</translation>
    </message>
    <message>
        <source>No tenant yet. A tenant is a company whose people sign in here.</source>
        <translation>لا مستأجرين بعد. المستأجر شركة يسجّل مستخدموها الدخول هنا.</translation>
    </message>
    <message>
        <source>Create a tenant</source>
        <translation>إنشاء مستأجر</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>Parts of the tenant</source>
        <translation>أقسام المستأجر</translation>
    </message>
    <message>
        <source>Select a tenant to see its settings and domains.</source>
        <translation>حدّد مستأجرًا لعرض إعداداته ونطاقاته.</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>معاينة التغييرات ثم تطبيقها (Ctrl+S)</translation>
    </message>
    <message>
        <source>Its signing keys are made at once; nobody can sign in before an identity provider is connected.</source>
        <translation>تُنشأ مفاتيح التوقيع الخاصة به فورًا، ولا يمكن لأحد تسجيل الدخول قبل ربط موفّر هوية.</translation>
    </message>
    <message>
        <source>Rename the tenant</source>
        <translation>إعادة تسمية المستأجر</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete this tenant</source>
        <translation>حذف هذا المستأجر</translation>
    </message>
    <message>
        <source>Deletes it with its people, keys and log, after its name was typed</source>
        <translation>يحذفه مع أشخاصه ومفاتيحه وسجله، بعد كتابة اسمه</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>No app of its own trusts it yet.</source>
        <translation>لا يثق به أي تطبيق خاص به بعد.</translation>
    </message>
    <message>
        <source>These apps have to be changed: %1.</source>
        <translation>يجب تغيير هذه التطبيقات: %1.</translation>
    </message>
    <message>
        <source>The issuer %1 goes with it: sessions and tokens that it made count no more. %2 Identity providers keep their redirect URIs.</source>
        <translation>يزول معه المُصدِر %1: لا تعود الجلسات والرموز التي أصدرها صالحة. %2 يحتفظ موفّرو الهوية بعناوين إعادة التوجيه.</translation>
    </message>
    <message>
        <source>Delete the tenant %1?</source>
        <translation>هل تريد حذف المستأجر %1؟</translation>
    </message>
    <message>
        <source>Its people, identity providers, keys and log go with it, for good.</source>
        <translation>يزول معه أشخاصه وموفّرو هويته ومفاتيحه وسجله نهائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) can sign in no more.</source>
        <translation>
            <numerusform>%n شخص لن يستطيع الدخول بعد الآن.</numerusform>
            <numerusform>شخص واحد لن يستطيع الدخول بعد الآن.</numerusform>
            <numerusform>شخصان لن يستطيعا الدخول بعد الآن.</numerusform>
            <numerusform>%n أشخاص لن يستطيعوا الدخول بعد الآن.</numerusform>
            <numerusform>%n شخصًا لن يستطيعوا الدخول بعد الآن.</numerusform>
            <numerusform>%n شخص لن يستطيعوا الدخول بعد الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now.</source>
        <translation>
            <numerusform>%n جلسة تنتهي الآن.</numerusform>
            <numerusform>جلسة واحدة تنتهي الآن.</numerusform>
            <numerusform>جلستان تنتهيان الآن.</numerusform>
            <numerusform>%n جلسات تنتهي الآن.</numerusform>
            <numerusform>%n جلسة تنتهي الآن.</numerusform>
            <numerusform>%n جلسة تنتهي الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) stop working.</source>
        <translation>
            <numerusform>%n تطبيق يتوقف عن العمل.</numerusform>
            <numerusform>تطبيق واحد يتوقف عن العمل.</numerusform>
            <numerusform>تطبيقان يتوقفان عن العمل.</numerusform>
            <numerusform>%n تطبيقات تتوقف عن العمل.</numerusform>
            <numerusform>%n تطبيقًا يتوقف عن العمل.</numerusform>
            <numerusform>%n تطبيق يتوقف عن العمل.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestCard</name>
    <message>
        <source>Connection test</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>address for the browser</source>
        <translation>العنوان للمتصفح</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>إلغاء الاختبار</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address in one, once and within five minutes:</source>
        <translation>تعذّر فتح متصفح. افتح هذا العنوان في متصفح مرة واحدة خلال خمس دقائق:</translation>
    </message>
    <message>
        <source>Nobody signed in within five minutes.</source>
        <translation>لم يسجّل أحد الدخول خلال خمس دقائق.</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>قيد الاختبار</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>جارٍ سؤال %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>Waiting for the browser. Sign in there as somebody who may.</source>
        <translation>في انتظار المتصفح. سجّل الدخول فيه بحساب مسموح له بذلك.</translation>
    </message>
</context>
<context>
    <name>TestDialog</name>
    <message>
        <source>Testing</source>
        <translation>قيد الاختبار</translation>
    </message>
    <message>
        <source>Show what passed as well</source>
        <translation>عرض ما نجح أيضًا</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Test a SCIM service</source>
        <translation>اختبار خدمة SCIM</translation>
    </message>
    <message>
        <source>Test the service</source>
        <translation>اختبار الخدمة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation>إغلاق الاختبار</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Empty: the service of this tenant itself. The test makes a few people and groups whose names begin with gatehouse-test-, and deletes them again.</source>
        <translation>فارغ: خدمة هذا المستأجر نفسه. ينشئ الاختبار بعض الأشخاص والمجموعات التي تبدأ أسماؤها بـ gatehouse-test-‎ ثم يحذفها.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Of another service. It is not kept.</source>
        <translation>لخدمة أخرى. لا يُحفظ.</translation>
    </message>
    <message>
        <source>Asking some 240 things, one after another…</source>
        <translation>يُطرح نحو 240 سؤالًا، واحدًا تلو الآخر…</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 warnings, %4 skipped; %5 requests in %6 s.</source>
        <translation>نجح %1، وفشل %2، و%3 تحذيرات، وتُخطّي %4؛ %5 طلبًا في %6 ث.</translation>
    </message>
    <message>
        <source>%1 passes.</source>
        <translation>%1 ناجحة.</translation>
    </message>
    <message>
        <source>%1 does not pass.</source>
        <translation>%1 غير ناجحة.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the test&apos;s people and groups could not be deleted.</source>
        <translation>
            <numerusform>حُذف كل أشخاص الاختبار ومجموعاته.</numerusform>
            <numerusform>تعذّر حذف واحد من أشخاص الاختبار ومجموعاته.</numerusform>
            <numerusform>تعذّر حذف اثنين من أشخاص الاختبار ومجموعاته.</numerusform>
            <numerusform>تعذّر حذف %n من أشخاص الاختبار ومجموعاته.</numerusform>
            <numerusform>تعذّر حذف %n من أشخاص الاختبار ومجموعاته.</numerusform>
            <numerusform>تعذّر حذف %n من أشخاص الاختبار ومجموعاته.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStages</name>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>شهادة TLS</translation>
    </message>
    <message>
        <source>Metadata found</source>
        <translation>وُجدت البيانات الوصفية</translation>
    </message>
    <message>
        <source>Metadata understood</source>
        <translation>فُهمت البيانات الوصفية</translation>
    </message>
    <message>
        <source>Issuer is the same</source>
        <translation>تطابق issuer</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>مفاتيح التوقيع</translation>
    </message>
    <message>
        <source>Client id and secret</source>
        <translation>معرّف العميل وسرّه</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>claims</translation>
    </message>
    <message>
        <source>Fix address</source>
        <translation>تصحيح العنوان</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>عرض الشهادة</translation>
    </message>
    <message>
        <source>Use suggested address</source>
        <translation>استخدام العنوان المقترح</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>اعتماد قيمته</translation>
    </message>
    <message>
        <source>Re-enter secret</source>
        <translation>إعادة إدخال السرّ</translation>
    </message>
    <message>
        <source>Copy redirect URI</source>
        <translation>نسخ redirect URI</translation>
    </message>
    <message>
        <source>Open the login</source>
        <translation>فتح عملية الدخول</translation>
    </message>
    <message>
        <source>Open mapping</source>
        <translation>فتح التعيين</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>Signed in as %1, in %2 s.</source>
        <translation>تم تسجيل الدخول باسم %1 خلال %2 ث.</translation>
    </message>
    <message>
        <source>Signed in as %1, level %2, in %3 s.</source>
        <translation>تم تسجيل الدخول باسم %1، المستوى %2، خلال %3 ث.</translation>
    </message>
    <message>
        <source>The mapping had all it needs.</source>
        <translation>توفّر للتعيين كل ما يلزمه.</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>إعدادات الوكيل</translation>
    </message>
    <message>
        <source>Trust this CA</source>
        <translation>الوثوق بهذه السلطة</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>ذكّرني</translation>
    </message>
    <message>
        <source>Show time settings</source>
        <translation>عرض إعدادات الوقت</translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message>
        <source>No such host: %1.</source>
        <translation>لا يوجد مضيف بهذا الاسم: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an https address.</source>
        <translation>«%1» ليس عنوان https.</translation>
    </message>
    <message>
        <source>The address cannot be called: %1.</source>
        <translation>لا يمكن استدعاء العنوان: %1.</translation>
    </message>
    <message>
        <source>Plain http is not allowed; use https.</source>
        <translation>لا يُسمح باتصال http غير مشفّر؛ استخدم https.</translation>
    </message>
    <message>
        <source>%1 is at %2, where calls may not go: %3.</source>
        <translation>يقع %1 على %2، ولا يُسمح بالاتصال به: %3.</translation>
    </message>
    <message>
        <source>%1 refused the connection on port %2.</source>
        <translation>رفض %1 الاتصال على المنفذ %2.</translation>
    </message>
    <message>
        <source>No answer in %1 s from %2 on port %3.</source>
        <translation>لا رد خلال %1 ث من %2 على المنفذ %3.</translation>
    </message>
    <message>
        <source>%1 in %2 ms</source>
        <translation>%1 خلال %2 م.ث</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2.</source>
        <translation>فشل إنشاء اتصال TLS مع %1: %2.</translation>
    </message>
    <message>
        <source>Certificate expired on %1.</source>
        <translation>انتهت صلاحية الشهادة في %1.</translation>
    </message>
    <message>
        <source>Certificate is for %1, not %2.</source>
        <translation>الشهادة صادرة لـ %1 وليس لـ %2.</translation>
    </message>
    <message>
        <source>Signed by an unknown authority (%1).</source>
        <translation>موقّعة من جهة غير معروفة (%1).</translation>
    </message>
    <message>
        <source>The certificate is valid for %1.</source>
        <translation>الشهادة صالحة لـ %1.</translation>
    </message>
    <message>
        <source>Plain http, allowed on this machine only.</source>
        <translation>اتصال http غير مشفّر، مسموح به على هذا الجهاز فقط.</translation>
    </message>
    <message>
        <source>Got HTTP %1 at %2. Did you mean %3?</source>
        <translation>جاء HTTP %1 من %2. هل تقصد %3؟</translation>
    </message>
    <message>
        <source>Got HTTP %1 at %2.</source>
        <translation>جاء HTTP %1 من %2.</translation>
    </message>
    <message>
        <source>HTTP 200, %1 bytes</source>
        <translation>HTTP 200، الحجم %1 بايت</translation>
    </message>
    <message>
        <source>This is a web page, not metadata (starts with %1).</source>
        <translation>هذه صفحة ويب وليست بيانات وصفية (تبدأ بـ %1).</translation>
    </message>
    <message>
        <source>This is not a JSON document: %1.</source>
        <translation>هذا ليس مستند JSON: %1.</translation>
    </message>
    <message>
        <source>A metadata document.</source>
        <translation>مستند بيانات وصفية.</translation>
    </message>
    <message>
        <source>Metadata says issuer %1; you entered %2. They must be identical: the trailing slash differs.</source>
        <translation>تذكر البيانات الوصفية issuer %1؛ وأنت أدخلت %2. يجب أن يتطابقا: الاختلاف في الشرطة المائلة الأخيرة.</translation>
    </message>
    <message>
        <source>Metadata says issuer %1; you entered %2. They must be identical.</source>
        <translation>تذكر البيانات الوصفية issuer %1؛ وأنت أدخلت %2. يجب أن يتطابقا.</translation>
    </message>
    <message>
        <source>No keys at %1: %2</source>
        <translation>لا مفاتيح على %1: %2</translation>
    </message>
    <message>
        <source>No usable signing key at %1 (found: %2).</source>
        <translation>لا مفتاح توقيع صالح على %1 (وُجد: %2).</translation>
    </message>
    <message>
        <source>One key (%1)</source>
        <translation>مفتاح واحد (%1)</translation>
    </message>
    <message>
        <source>%1 keys (%2)</source>
        <translation>عدد المفاتيح %1 (%2)</translation>
    </message>
    <message>
        <source>Signing certificate expires in %1 days.</source>
        <translation>تنتهي صلاحية شهادة التوقيع خلال %1 يومًا.</translation>
    </message>
    <message>
        <source>The client credentials could not be prepared.</source>
        <translation>تعذّر تجهيز بيانات اعتماد العميل.</translation>
    </message>
    <message>
        <source>The provider rejected the client id or secret (%1).</source>
        <translation>رفض الموفّر معرّف العميل أو سرّه (%1).</translation>
    </message>
    <message>
        <source>The token endpoint gave no answer that says whether the client is known.</source>
        <translation>لم تُجب نقطة إصدار الرموز بما يبيّن هل العميل معروف.</translation>
    </message>
    <message>
        <source>The provider knows the client (%1 for a made-up code, as it should).</source>
        <translation>يعرف الموفّر العميل (%1 ردًّا على code مختلق، كما ينبغي).</translation>
    </message>
    <message>
        <source>The provider sends no Date header.</source>
        <translation>لا يرسل الموفّر الترويسة Date.</translation>
    </message>
    <message>
        <source>Provider clock differs by %1; limit is 2 min.</source>
        <translation>تختلف ساعة الموفّر بمقدار %1؛ والحد دقيقتان.</translation>
    </message>
    <message>
        <source>%1 apart</source>
        <translation>الفرق %1</translation>
    </message>
    <message>
        <source>Provider says redirect URI not allowed. Register exactly: %1</source>
        <translation>يقول الموفّر إن redirect URI غير مسموح. سجّل هذه القيمة تمامًا: %1</translation>
    </message>
    <message>
        <source>Use https outside of a test</source>
        <translation>استخدم https خارج الاختبار</translation>
    </message>
    <message>
        <source>Retry, or check the port and the firewall</source>
        <translation>أعد المحاولة أو تحقق من المنفذ وجدار الحماية</translation>
    </message>
    <message>
        <source>Retry, or check the firewall</source>
        <translation>أعد المحاولة أو تحقق من جدار الحماية</translation>
    </message>
    <message>
        <source>Fix address, or allow that network</source>
        <translation>صحّح العنوان أو اسمح بتلك الشبكة</translation>
    </message>
    <message>
        <source>Retry once the provider signs with RS256, PS256, ES256 or EdDSA</source>
        <translation>أعد المحاولة بعد أن يوقّع الموفّر بـ RS256 أو PS256 أو ES256 أو EdDSA</translation>
    </message>
    <message>
        <source>Compare the clocks by hand</source>
        <translation>قارن الساعتين يدويًا</translation>
    </message>
    <message>
        <source>Show time settings</source>
        <translation>عرض إعدادات الوقت</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Dismiss message</source>
        <translation>إخفاء الرسالة</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>بلا إجراء</translation>
    </message>
</context>
<context>
    <name>TokenModel</name>
    <message>
        <source>Expired</source>
        <translation>منتهية الصلاحية</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>استُبدل</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>تنتهي قريبًا</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تنتهي</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>TokenRows</name>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>النوع %1</translation>
    </message>
    <message>
        <source>Add a type</source>
        <translation>إضافة نوع</translation>
    </message>
    <message>
        <source>Only requests that it pushed (PAR)</source>
        <translation>الطلبات المرسلة مسبقًا فقط (PAR)</translation>
    </message>
    <message>
        <source>Only requests that it signed (JAR)</source>
        <translation>الطلبات التي وقّعها فقط (JAR)</translation>
    </message>
    <message>
        <source>Bearer tokens: who holds one may use it</source>
        <translation>رموز لحاملها: من يحوزها يستعملها</translation>
    </message>
    <message>
        <source>Bound where the app asks for it</source>
        <translation>مربوطة حيث يطلب التطبيق ذلك</translation>
    </message>
    <message>
        <source>Always bound to the app&apos;s key</source>
        <translation>مربوطة دائمًا بمفتاح التطبيق</translation>
    </message>
    <message>
        <source>Not bound to a certificate</source>
        <translation>غير مربوطة بشهادة</translation>
    </message>
    <message>
        <source>Bound where the app shows one</source>
        <translation>مربوطة حيث يقدم التطبيق شهادة</translation>
    </message>
    <message>
        <source>Always bound to its certificate</source>
        <translation>مربوطة بشهادته دائمًا</translation>
    </message>
    <message>
        <source>Another one at each use</source>
        <translation>رمز جديد عند كل استعمال</translation>
    </message>
    <message>
        <source>The same one, bound to the app&apos;s key</source>
        <translation>الرمز نفسه، مربوطًا بمفتاح التطبيق</translation>
    </message>
    <message>
        <source>The same everywhere</source>
        <translation>المعرِّف نفسه في كل مكان</translation>
    </message>
    <message>
        <source>Another one for each site</source>
        <translation>معرِّف مختلف لكل موقع</translation>
    </message>
    <message>
        <source>As the issuer signs by itself</source>
        <translation>كما توقّع جهة الإصدار من تلقاء نفسها</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>غير موقَّعة</translation>
    </message>
    <message>
        <source>Requests and tokens</source>
        <translation>الطلبات والرموز</translation>
    </message>
    <message>
        <source>For APIs</source>
        <translation>لواجهات API</translation>
    </message>
    <message>
        <source>What access tokens are for (aud); empty: this broker alone.</source>
        <translation>ما صُنعت له رموز الوصول (aud)؛ إن كان فارغًا فلهذا الوسيط وحده.</translation>
    </message>
    <message>
        <source>Detailed rights</source>
        <translation>صلاحيات مفصّلة</translation>
    </message>
    <message>
        <source>Types of authorization_details that it may ask for, and the members that each may have.</source>
        <translation>أنواع authorization_details التي يجوز له طلبها، والأعضاء المسموح بها لكل نوع.</translation>
    </message>
    <message>
        <source>Binding (DPoP)</source>
        <translation>الربط (DPoP)</translation>
    </message>
    <message>
        <source>A bound token is of no use to a thief who lacks the key.</source>
        <translation>الرمز المربوط لا ينفع سارقًا لا يملك المفتاح.</translation>
    </message>
    <message>
        <source>Binding (mTLS)</source>
        <translation>الربط (mTLS)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>The browser then carries nothing that could be changed on the way.</source>
        <translation>لا يحمل المتصفح عندئذ شيئًا يمكن تغييره في الطريق.</translation>
    </message>
    <message>
        <source>Signed requests</source>
        <translation>الطلبات الموقَّعة</translation>
    </message>
    <message>
        <source>Proven by its public keys, which have to be known here.</source>
        <translation>يُتحقق منها بمفاتيحه العامة التي يجب أن تكون معروفة هنا.</translation>
    </message>
    <message>
        <source>Refresh tokens</source>
        <translation>رموز التجديد</translation>
    </message>
    <message>
        <source>Who somebody is (sub)</source>
        <translation>من هو الشخص (sub)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Apps of the same host know people by the same name. Empty: the host of the redirect addresses.</source>
        <translation>تعرف تطبيقات المضيف الواحد الأشخاص بالاسم نفسه. فارغ: مضيف عناوين إعادة التوجيه.</translation>
    </message>
    <message>
        <source>What answers are signed with</source>
        <translation>ما تُوقَّع به الإجابات</translation>
    </message>
    <message>
        <source>An algorithm can be chosen once the issuer has a key for it; see Keys.</source>
        <translation>يمكن اختيار خوارزمية متى كان لجهة الإصدار مفتاح لها؛ انظر «المفاتيح».</translation>
    </message>
    <message>
        <source>ID tokens</source>
        <translation>رموز الهوية</translation>
    </message>
    <message>
        <source>User info</source>
        <translation>معلومات المستخدم</translation>
    </message>
    <message>
        <source>Answers by browser</source>
        <translation>الإجابات عبر المتصفح</translation>
    </message>
    <message>
        <source>Introspection</source>
        <translation>الاستعلام عن الرموز</translation>
    </message>
    <message>
        <source>Many libraries expect RS256 unless they are told.</source>
        <translation>تتوقع مكتبات كثيرة RS256 ما لم يُذكر لها غيره.</translation>
    </message>
    <message>
        <source>Where the app asks for signed ones (JARM).</source>
        <translation>حيث يطلبها التطبيق موقَّعة (JARM).</translation>
    </message>
    <message>
        <source>Where the app asks for signed ones.</source>
        <translation>حيث يطلبها التطبيق موقَّعة.</translation>
    </message>
</context>
<context>
    <name>TokenTrial</name>
    <message>
        <source>Nobody signed in within ten minutes.</source>
        <translation>لم يسجِّل أحد الدخول خلال عشر دقائق.</translation>
    </message>
    <message>
        <source>This machine cannot listen at %1: %2</source>
        <translation>لا يستطيع هذا الجهاز الاستماع على %1: ‏%2</translation>
    </message>
    <message>
        <source>The answer came from another issuer than the one that was asked.</source>
        <translation>جاء الرد من جهة إصدار غير التي سُئلت.</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>لا رد من %1: ‏%2</translation>
    </message>
</context>
<context>
    <name>TraceResults</name>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>غير مطابق</translation>
    </message>
</context>
<context>
    <name>TrustRows</name>
    <message>
        <source>Issuer</source>
        <translation>جهة الإصدار</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>الجمهور (aud)</translation>
    </message>
    <message>
        <source>this issuer</source>
        <translation>جهة الإصدار هذه</translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation>مفاتيحه</translation>
    </message>
    <message>
        <source>from its metadata</source>
        <translation>من بياناته الوصفية</translation>
    </message>
    <message>
        <source>Takes each token more than once</source>
        <translation>يُقبل كل رمز أكثر من مرة</translation>
    </message>
    <message>
        <source>Trusted issuer %1</source>
        <translation>جهة الإصدار الموثوقة %1</translation>
    </message>
    <message>
        <source>Add a trusted issuer</source>
        <translation>إضافة جهة إصدار موثوقة</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>معرِّف العميل</translation>
    </message>
    <message>
        <source>what the app is called there</source>
        <translation>اسم التطبيق هناك</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>الموارد</translation>
    </message>
    <message>
        <source>Authorization server %1</source>
        <translation>خادم التخويل %1</translation>
    </message>
    <message>
        <source>Add an authorization server</source>
        <translation>إضافة خادم تخويل</translation>
    </message>
    <message>
        <source>Its tokens need not say that it acts for somebody</source>
        <translation>لا يلزم أن تذكر رموزه أنه يعمل نيابة عن غيره</translation>
    </message>
    <message>
        <source>Tokens of others</source>
        <translation>رموز جهات أخرى</translation>
    </message>
    <message>
        <source>Trusted issuers</source>
        <translation>جهات الإصدار الموثوقة</translation>
    </message>
    <message>
        <source>Whose tokens prove the program (RFC 7523). Single * in a subject stands for a part of it.</source>
        <translation>من تُثبت رموزه هوية البرنامج (RFC 7523). تحلّ * المفردة في subject محل جزء منه.</translation>
    </message>
    <message>
        <source>May go on to</source>
        <translation>يجوز له الانتقال إلى</translation>
    </message>
    <message>
        <source>Other authorization servers that it may have identity assertions for (ID-JAG).</source>
        <translation>خوادم تخويل أخرى يجوز له الحصول على تأكيدات هوية لها (ID-JAG).</translation>
    </message>
    <message>
        <source>May act</source>
        <translation>يجوز له التصرف</translation>
    </message>
    <message>
        <source>Client ids of apps that may stand in for a person.</source>
        <translation>معرِّفات التطبيقات التي يجوز لها التصرف نيابة عن شخص.</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>من يتصرف</translation>
    </message>
</context>
<context>
    <name>TryCard</name>
    <message>
        <source>Ask for tokens as this app</source>
        <translation>اطلب الرموز باسم هذا التطبيق</translation>
    </message>
    <message>
        <source>As the app itself</source>
        <translation>باسم التطبيق نفسه</translation>
    </message>
    <message>
        <source>As a person, in the browser</source>
        <translation>كشخص، في المتصفح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the trial</source>
        <translation>إلغاء التجربة</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>سرّ العميل</translation>
    </message>
    <message>
        <source>Sent to the token endpoint alone, kept nowhere.</source>
        <translation>يُرسَل إلى نقطة الرموز وحدها ولا يُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>النطاقات</translation>
    </message>
    <message>
        <source>This app proves itself with a key that only it has: try it with the snippet for openid-client.</source>
        <translation>يُثبت هذا التطبيق هويته بمفتاح لا يملكه غيره: جرِّبه بمقتطف openid-client.</translation>
    </message>
    <message>
        <source>This app has to push its requests: try it with a snippet.</source>
        <translation>على هذا التطبيق إرسال طلباته مسبقًا: جرِّبه بأحد المقتطفات.</translation>
    </message>
    <message>
        <source>For a sign-in from here the app needs a redirect address on this machine, such as http://127.0.0.1:8765/callback.</source>
        <translation>لتسجيل الدخول من هنا يحتاج التطبيق إلى عنوان إعادة توجيه على هذا الجهاز، مثل http://127.0.0.1:8765/callback.</translation>
    </message>
    <message>
        <source>What the app would send, and what it would get.</source>
        <translation>ما سيرسله التطبيق، وما سيحصل عليه.</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>الطلب والرد</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>ID token</source>
        <translation>رمز الهوية</translation>
    </message>
    <message>
        <source>The broker refused: %1</source>
        <translation>رفض الوسيط: %1</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>مُثبَت</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>غير مُثبَت</translation>
    </message>
    <message>
        <source>Claims of the %1</source>
        <translation>ادعاءات %1</translation>
    </message>
</context>
<context>
    <name>TwoViews</name>
    <message>
        <source>Open login</source>
        <translation>فتح العملية</translation>
    </message>
    <message>
        <source>What the user sees</source>
        <translation>ما يراه المستخدم</translation>
    </message>
    <message>
        <source>What the admin sees</source>
        <translation>ما يراه المسؤول</translation>
    </message>
    <message>
        <source>Open the newest login among all logins</source>
        <translation>فتح أحدث عملية دخول ضمن قائمة كل العمليات</translation>
    </message>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation>لم يسجّل أحد الدخول بعد.</translation>
    </message>
    <message>
        <source>The newest login appears here with its checks.</source>
        <translation>تظهر هنا أحدث عملية دخول مع نتائج فحوصها.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تم الدخول</translation>
    </message>
    <message>
        <source>A browser that is on its way to or from the identity provider.</source>
        <translation>متصفح في طريقه إلى موفّر الهوية أو عائد منه.</translation>
    </message>
    <message>
        <source>The app, and their own name in it.</source>
        <translation>التطبيق، وفيه اسم المستخدم نفسه.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
</context>
<context>
    <name>TypedConfirmation</name>
    <message>
        <source>This cannot be taken back. Type %1 to go on.</source>
        <translation>لا يمكن التراجع عن هذا. اكتب %1 للمتابعة.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>اكتب %1 للتأكيد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Reason, for the log</source>
        <translation>السبب، للسجل</translation>
    </message>
</context>
<context>
    <name>UserDetail</name>
    <message>
        <source>from sign-in</source>
        <translation>من تسجيل الدخول</translation>
    </message>
    <message>
        <source>from directory</source>
        <translation>من الدليل</translation>
    </message>
    <message>
        <source>given by hand</source>
        <translation>ممنوح يدويًا</translation>
    </message>
    <message>
        <source>from policy</source>
        <translation>من السياسة</translation>
    </message>
    <message>
        <source>for a time</source>
        <translation>لمدة محددة</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>الهويات</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>%1 (verified)</source>
        <translation>%1 (موثّق)</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (غير موثّق)</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر تسجيل دخول</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>معروف منذ</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>معرّف المستخدم</translation>
    </message>
    <message>
        <source>Not bound to an identity provider yet. The first sign-in binds once.</source>
        <translation>غير مرتبط بموفّر هوية بعد. يتم الربط مرة واحدة عند أول تسجيل دخول.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>الموفّر</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>Not signed in right now.</source>
        <translation>لا توجد جلسة مفتوحة الآن.</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>جهاز غير معروف</translation>
    </message>
    <message>
        <source>%1, by %2, seen %3</source>
        <translation>%1، عبر %2، آخر ظهور %3</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out the session from %1</source>
        <translation>تسجيل الخروج من الجلسة على العنوان %1</translation>
    </message>
    <message>
        <source>What they may do, and why</source>
        <translation>ما يحق لهم، ولماذا</translation>
    </message>
    <message>
        <source>Set by the directory</source>
        <translation>يحدّده الدليل</translation>
    </message>
    <message>
        <source>A sign-in or an administrator does not change these.</source>
        <translation>لا يغيّرها تسجيل دخول ولا مسؤول.</translation>
    </message>
    <message>
        <source>Nothing: no role is held.</source>
        <translation>لا شيء: لا دور.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1، بسبب %2</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1، حتى %2</translation>
    </message>
    <message>
        <source>Permissions: none of its own</source>
        <translation>الأذونات: لا شيء خاص بها</translation>
    </message>
    <message>
        <source>Permissions: %1</source>
        <translation>الأذونات: %1</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>آخر ما حدث</translation>
    </message>
</context>
<context>
    <name>UserModel</name>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر تسجيل دخول</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>تسجيل الخروج من كل مكان</translation>
    </message>
    <message>
        <source>People who have signed in, or were brought in by their company&apos;s directory.</source>
        <translation>من سجّلوا الدخول أو أُضيفوا من دليل شركتهم.</translation>
    </message>
    <message>
        <source>Nobody is known here yet. People appear when they first sign in.</source>
        <translation>لا مستخدمين معروفين هنا بعد. يظهر كل مستخدم عند أول تسجيل دخول له.</translation>
    </message>
    <message>
        <source>Select a person to see roles, identities and sessions.</source>
        <translation>حدّد مستخدمًا لعرض أدواره وهوياته وجلساته.</translation>
    </message>
    <message>
        <source>Ends all sessions and tokens of this person</source>
        <translation>إنهاء كل جلسات هذا المستخدم ورموزه</translation>
    </message>
    <message>
        <source>Signed %1 out everywhere.</source>
        <translation>تم تسجيل خروج %1 من كل مكان.</translation>
    </message>
    <message>
        <source>%1 cannot sign in any more; sessions and tokens have ended.</source>
        <translation>لم يعد بإمكان %1 تسجيل الدخول، وانتهت الجلسات والرموز.</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>أصبح بإمكان %1 تسجيل الدخول مجددًا.</translation>
    </message>
    <message>
        <source>Signs in through an identity provider</source>
        <translation>يسجّل الدخول عبر موفّر هوية</translation>
    </message>
    <message>
        <source>Local account</source>
        <translation>حساب محلي</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>تعطيل</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Ended the session.</source>
        <translation>تم إنهاء الجلسة.</translation>
    </message>
    <message>
        <source>Start a sandbox sign-in</source>
        <translation>بدء تسجيل دخول في بيئة التجربة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export access…</source>
        <translation>تصدير الوصول…</translation>
    </message>
    <message>
        <source>Take in the people of a CSV file</source>
        <translation>استيراد أشخاص ملف CSV</translation>
    </message>
    <message>
        <source>What everybody may do and why, as CSV for reviewers</source>
        <translation>ما يحق لكل شخص وسببه، بصيغة CSV للمراجعين</translation>
    </message>
    <message>
        <source>Export access</source>
        <translation>تصدير الوصول</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>قوائم (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>تتعذّر كتابة %1.</translation>
    </message>
    <message>
        <source>What everybody may do is in %1.</source>
        <translation>ما يحق لكل شخص موجود في %1.</translation>
    </message>
</context>
<context>
    <name>VendorTiles</name>
    <message>
        <source>Type a name: Entra, Okta, Keycloak</source>
        <translation>اكتب اسمًا: Entra أو Okta أو Keycloak</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>تصفية الموفّرين</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>الموفّرون</translation>
    </message>
    <message>
        <source>No provider is called &quot;%1&quot; here. The generic tile takes any OpenID Connect provider.</source>
        <translation>لا يوجد هنا موفّر باسم &quot;%1&quot;. البطاقة العامة تقبل أي موفّر OpenID Connect.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
</context>
<context>
    <name>Vendors</name>
    <message>
        <source>Practice provider</source>
        <translation>موفّر تدريبي</translation>
    </message>
    <message>
        <source>Nowhere: it takes the redirect URIs of this broker as they are</source>
        <translation>لا حاجة إلى تسجيلها: يقبل الموفّر كل redirect URI لهذا الوسيط كما هو</translation>
    </message>
    <message>
        <source>Filled in already: it belongs to this tenant&apos;s sandbox</source>
        <translation>معبّأ مسبقًا: ينتمي إلى بيئة التجربة لهذا المستأجر</translation>
    </message>
    <message>
        <source>Built in, with people to sign in as. Nothing leaves this machine.</source>
        <translation>مدمج، وفيه مستخدمون لتسجيل الدخول بأسمائهم. لا شيء يغادر هذا الجهاز.</translation>
    </message>
    <message>
        <source>Metadata address</source>
        <translation>عنوان البيانات الوصفية</translation>
    </message>
    <message>
        <source>Single sign-on URL</source>
        <translation>عنوان تسجيل الدخول</translation>
    </message>
    <message>
        <source>Single logout URL</source>
        <translation>عنوان تسجيل الخروج</translation>
    </message>
    <message>
        <source>Signing certificate</source>
        <translation>شهادة التوقيع</translation>
    </message>
    <message>
        <source>Where the provider registers service providers (relying parties)</source>
        <translation>حيث يسجّل الموفّر مزوّدي الخدمة (الأطراف المعتمِدة)</translation>
    </message>
    <message>
        <source>Where the provider publishes its metadata, or shows its single sign-on URL and certificate</source>
        <translation>حيث ينشر الموفّر بياناته الوصفية، أو يعرض عنوان الدخول الموحّد وشهادته</translation>
    </message>
    <message>
        <source>Any provider of SAML 2.0 with the Web Browser SSO profile.</source>
        <translation>أي موفّر لـ SAML 2.0 بملف تعريف Web Browser SSO.</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>The person can cure this.</source>
        <translation>يمكن للمستخدم معالجة ذلك بنفسه.</translation>
    </message>
    <message>
        <source>It has to be cured at the identity provider.</source>
        <translation>تجب معالجة ذلك لدى موفّر الهوية.</translation>
    </message>
    <message>
        <source>It passes by waiting.</source>
        <translation>يزول ذلك بالانتظار.</translation>
    </message>
    <message>
        <source>An administrator can cure this.</source>
        <translation>يمكن لأحد المسؤولين معالجة ذلك.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>%1 signed in to %2 in %3.</source>
        <translation>تم تسجيل دخول %1 إلى %2 خلال %3.</translation>
    </message>
    <message>
        <source>Every check passed.</source>
        <translation>نجحت كل الفحوص.</translation>
    </message>
    <message>
        <source>The sign-in is under way.</source>
        <translation>تسجيل الدخول جارٍ.</translation>
    </message>
    <message>
        <source>Gatehouse waits for the answer of %1.</source>
        <translation>ينتظر Gatehouse ردّ %1.</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>فتح التعيين</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>فتح الموفّر</translation>
    </message>
    <message>
        <source>Open the user</source>
        <translation>فتح المستخدم</translation>
    </message>
    <message>
        <source>Open the tenant</source>
        <translation>فتح المستأجر</translation>
    </message>
    <message>
        <source>Compare the addresses</source>
        <translation>مقارنة العنوانين</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Gatehouse</source>
        <translation>مرحبًا بك في Gatehouse</translation>
    </message>
    <message>
        <source>The broker runs. How would you like to begin?</source>
        <translation>الوسيط يعمل. كيف تود أن تبدأ؟</translation>
    </message>
    <message>
        <source>Try it with a built-in company</source>
        <translation>التجربة مع شركة مدمجة</translation>
    </message>
    <message>
        <source>People, a provider and an app to sign in to. Nothing leaves this computer.</source>
        <translation>مستخدمون وموفّر وتطبيق لتسجيل الدخول إليه. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Connect a real identity provider</source>
        <translation>ربط موفّر هوية حقيقي</translation>
    </message>
    <message>
        <source>Entra, Okta, Google and others, step by step.</source>
        <translation>Entra وOkta وGoogle وغيرها، خطوة بخطوة.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>فتح ملف</translation>
    </message>
    <message>
        <source>A recorded login that somebody sent you, to look at.</source>
        <translation>عملية دخول مسجّلة أُرسلت إليك للاطلاع عليها.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>الترحيب</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>The issuer is missing.</source>
        <translation>حقل issuer فارغ.</translation>
    </message>
    <message>
        <source>The Entra directories that may sign in are missing.</source>
        <translation>لم تُحدَّد أدلة Entra المسموح لها بتسجيل الدخول.</translation>
    </message>
    <message>
        <source>The client id is missing.</source>
        <translation>حقل معرّف العميل فارغ.</translation>
    </message>
    <message>
        <source>Enter the client secret again: it is never written down.</source>
        <translation>أدخل سرّ العميل مجددًا، فهو لا يُدوَّن أبدًا.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>سرّ العميل مفقود.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (نسخة)</translation>
    </message>
    <message>
        <source>New identity provider</source>
        <translation>موفّر هوية جديد</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>اختر موفّرًا أولًا.</translation>
    </message>
    <message>
        <source>The short name is missing.</source>
        <translation>حقل الاسم المختصر فارغ.</translation>
    </message>
    <message>
        <source>A level lacks one of its names.</source>
        <translation>ينقص أحدَ المستويات أحدُ اسميه.</translation>
    </message>
    <message>
        <source>The provider&apos;s metadata is missing, or its entity ID, single sign-on URL and certificate.</source>
        <translation>تنقص البيانات الوصفية للمزوّد، أو معرّف كيانه وعنوان تسجيل الدخول وشهادته.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PassphraseDialog</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>اختيار عبارة مرور</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>This system has no keychain. The passphrase encrypts keys and personal data; nobody can restore it.</source>
        <translation>لا توجد سلسلة مفاتيح في هذا النظام. عبارة المرور تشفّر المفاتيح والبيانات الشخصية، ولا يمكن لأحد استعادتها.</translation>
    </message>
    <message>
        <source>The passphrase that was chosen for this data directory.</source>
        <translation>عبارة المرور التي اختيرت لمجلد البيانات هذا.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>اعتماد عبارة المرور</translation>
    </message>
    <message>
        <source>At least %1 characters; several words are easier to remember.</source>
        <translation>الحد الأدنى لعدد الأحرف %1؛ وعدة كلمات أسهل حفظًا.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>العبارتان غير متطابقتين بعد.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Session</name>
    <message>
        <source>Gatehouse: the broker runs</source>
        <translation>Gatehouse: الوسيط يعمل</translation>
    </message>
    <message>
        <source>Open Gatehouse</source>
        <translation>فتح Gatehouse</translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation>إيقاف الوسيط</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::panels::history</name>
    <message>
        <source>identity provider</source>
        <translation>موفّر هوية</translation>
    </message>
    <message>
        <source>app</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>user</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>role</source>
        <translation>دور</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>صلاحية</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>مستأجر</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>نطاق</translation>
    </message>
    <message>
        <source>key</source>
        <translation>مفتاح</translation>
    </message>
    <message>
        <source>token</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>بيئة تجربة</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::shell::ShortcutSheet</name>
    <message>
        <source>Open the row</source>
        <translation>فتح الصف</translation>
    </message>
    <message>
        <source>Walk through rows</source>
        <translation>التنقل بين الصفوف</translation>
    </message>
    <message>
        <source>Next or previous field; leaves a list</source>
        <translation>الحقل التالي أو السابق؛ يخرج من القائمة</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>ما يمكن فعله بالصف</translation>
    </message>
    <message>
        <source>Close what is on top, clear a filter</source>
        <translation>إغلاق العنصر الأمامي أو مسح التصفية</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>نسخ الخلية</translation>
    </message>
    <message>
        <source>Copy the rows as JSON</source>
        <translation>نسخ الصفوف بصيغة JSON</translation>
    </message>
    <message>
        <source>Pause a live list; let the next step of the sandbox go</source>
        <translation>إيقاف قائمة مباشرة مؤقتًا؛ إطلاق الخطوة التالية في بيئة التجربة</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The token file cannot be read: %1</source>
        <translation>تعذّرت قراءة ملف الرمز: %1</translation>
    </message>
</context>
</TS>
