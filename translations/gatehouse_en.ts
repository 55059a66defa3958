<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AppsPanel</name>
    <message numerus="yes">
        <source>%n person(s) use it now</source>
        <translation>
            <numerusform>%n person uses it now</numerusform>
            <numerusform>%n people use it now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) end, with their tokens</source>
        <translation>
            <numerusform>%n grant ends, with its tokens</numerusform>
            <numerusform>%n grants end, with their tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on without it</source>
        <translation>
            <numerusform>%n session goes on without it</numerusform>
            <numerusform>%n sessions go on without it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>%n login in the last 24 hours</numerusform>
            <numerusform>%n logins in the last 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackOff</name>
    <message numerus="yes">
        <source>That was wrong. The next try in %n second(s).</source>
        <translation>
            <numerusform>That was wrong. The next try in one second.</numerusform>
            <numerusform>That was wrong. The next try in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message numerus="yes">
        <source>Against the last %n login(s): %1 unchanged, %2 changed, %3 blocked.</source>
        <translation>
            <numerusform>Against the last login: %1 unchanged, %2 changed, %3 blocked.</numerusform>
            <numerusform>Against the last %n logins: %1 unchanged, %2 changed, %3 blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n changed</source>
        <translation>
            <numerusform>Show %n changed</numerusform>
            <numerusform>Show %n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n blocked</source>
        <translation>
            <numerusform>Show %n blocked</numerusform>
            <numerusform>Show %n blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n unchanged</source>
        <translation>
            <numerusform>Show %n unchanged</numerusform>
            <numerusform>Show %n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not applied yet.</source>
        <translation>
            <numerusform>One change is not applied yet.</numerusform>
            <numerusform>%n changes are not applied yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message numerus="yes">
        <source>%n user(s) sign in with it</source>
        <translation>
            <numerusform>%n user signs in with it</numerusform>
            <numerusform>%n users sign in with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now</source>
        <translation>
            <numerusform>%n session ends now</numerusform>
            <numerusform>%n sessions end now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) were used through it</source>
        <translation>
            <numerusform>%n app was used through it</numerusform>
            <numerusform>%n apps were used through it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>%n login in the last 24 hours</numerusform>
            <numerusform>%n logins in the last 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndAccessDialog</name>
    <message numerus="yes">
        <source>%Ln sessions end, with all tokens.</source>
        <translation>
            <numerusform>%Ln session ends, with all tokens.</numerusform>
            <numerusform>%Ln sessions end, with all tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterTable</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message numerus="yes">
        <source>%Ln people are in it no longer.</source>
        <translation>
            <numerusform>%Ln person is in it no longer.</numerusform>
            <numerusform>%Ln people are in it no longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people came into the group.</source>
        <translation>
            <numerusform>%Ln person came into the group.</numerusform>
            <numerusform>%Ln people came into the group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are out of the group.</source>
        <translation>
            <numerusform>%Ln person is out of the group.</numerusform>
            <numerusform>%Ln people are out of the group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln tenant</numerusform>
            <numerusform>%Ln tenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identity provider(s)</source>
        <translation>
            <numerusform>%Ln identity provider</numerusform>
            <numerusform>%Ln identity providers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln app</numerusform>
            <numerusform>%Ln apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyTimeline</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message numerus="yes">
        <source>At most %n answer(s) with tokens are lost; apps refresh or ask again.</source>
        <translation>
            <numerusform>At most one answer with tokens is lost; apps refresh or ask again.</numerusform>
            <numerusform>At most %n answers with tokens are lost; apps refresh or ask again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) stay, and so do refresh tokens.</source>
        <translation>
            <numerusform>One session stays, and so do refresh tokens.</numerusform>
            <numerusform>%n sessions stay, and so do refresh tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) have to fetch the keys again.</source>
        <translation>
            <numerusform>One app has to fetch the keys again.</numerusform>
            <numerusform>%n apps have to fetch the keys again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoginsPanel</name>
    <message numerus="yes">
        <source>Live view paused, %n new login(s), press to go on</source>
        <translation>
            <numerusform>Live view paused, one new login, press to go on</numerusform>
            <numerusform>Live view paused, %n new logins, press to go on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationBell</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelPrint</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>%Ln person would lose their access.</numerusform>
            <numerusform>%Ln people would lose their access.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message numerus="yes">
        <source>%n check(s) failed, judged as of %1.</source>
        <translation>
            <numerusform>%n check failed, judged as of %1.</numerusform>
            <numerusform>%n checks failed, judged as of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <source>Review %n change(s)</source>
        <translation>
            <numerusform>Review one change</numerusform>
            <numerusform>Review %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s)</source>
        <translation>
            <numerusform>%n open session</numerusform>
            <numerusform>%n open sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SandboxPanel</name>
    <message numerus="yes">
        <source>Back at the snapshot: %n rows put back.</source>
        <translation>
            <numerusform>Back at the snapshot: one row put back.</numerusform>
            <numerusform>Back at the snapshot: %n rows put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message numerus="yes">
        <source>%n filter(s) added.</source>
        <translation>
            <numerusform>One filter added.</numerusform>
            <numerusform>%n filters added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>One was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScimPanel</name>
    <message numerus="yes">
        <source>%n deactivations are held back.</source>
        <translation>
            <numerusform>%n deactivation is held back.</numerusform>
            <numerusform>%n deactivations are held back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message numerus="yes">
        <source>%1, %Ln tries</source>
        <translation>
            <numerusform>%1, one try</numerusform>
            <numerusform>%1, %Ln tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsPanel</name>
    <message numerus="yes">
        <source>%Ln sessions ended.</source>
        <translation>
            <numerusform>One session ended.</numerusform>
            <numerusform>%Ln sessions ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message numerus="yes">
        <source>%Ln sessions end</source>
        <translation>
            <numerusform>One session ends</numerusform>
            <numerusform>%Ln sessions end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people</source>
        <translation>
            <numerusform>of one person</numerusform>
            <numerusform>of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln app</numerusform>
            <numerusform>%Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message numerus="yes">
        <source>%Ln members come</source>
        <translation>
            <numerusform>%Ln member comes</numerusform>
            <numerusform>%Ln members come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members go</source>
        <translation>
            <numerusform>%Ln member goes</numerusform>
            <numerusform>%Ln members go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message numerus="yes">
        <source>%1 → %2, held since %3; %n more wait behind it</source>
        <translation>
            <numerusform>%1 → %2, held since %3; one more waits behind it</numerusform>
            <numerusform>%1 → %2, held since %3; %n more wait behind it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%Ln to create</source>
        <translation>
            <numerusform>%Ln to create</numerusform>
            <numerusform>%Ln to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to update</source>
        <translation>
            <numerusform>%Ln to update</numerusform>
            <numerusform>%Ln to update</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to deactivate</source>
        <translation>
            <numerusform>%Ln to deactivate</numerusform>
            <numerusform>%Ln to deactivate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to delete</source>
        <translation>
            <numerusform>%Ln to delete</numerusform>
            <numerusform>%Ln to delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were found to be the same.</source>
        <translation>
            <numerusform>%Ln was found to be the same.</numerusform>
            <numerusform>%Ln were found to be the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ in nothing.</source>
        <translation>
            <numerusform>%Ln differs in nothing.</numerusform>
            <numerusform>%Ln differ in nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>%Ln changed at the target by itself.</numerusform>
            <numerusform>%Ln changed at the target by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are the target&apos;s own and stay.</source>
        <translation>
            <numerusform>%Ln is the target&apos;s own and stays.</numerusform>
            <numerusform>%Ln are the target&apos;s own and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>%Ln created</numerusform>
            <numerusform>%Ln created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation>
            <numerusform>%Ln deactivated</numerusform>
            <numerusform>%Ln deactivated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recognised</source>
        <translation>
            <numerusform>%Ln recognised</numerusform>
            <numerusform>%Ln recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not done</source>
        <translation>
            <numerusform>%Ln not done</numerusform>
            <numerusform>%Ln not done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncsPanel</name>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>%Ln person would lose their access.</numerusform>
            <numerusform>%Ln people would lose their access.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>%Ln changed at the target by itself.</numerusform>
            <numerusform>%Ln changed at the target by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access. Go on?</source>
        <translation>
            <numerusform>%Ln person would lose their access. Go on?</numerusform>
            <numerusform>%Ln people would lose their access. Go on?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksTray</name>
    <message numerus="yes">
        <source>Tasks, %n running</source>
        <translation>
            <numerusform>Tasks, %n running</numerusform>
            <numerusform>Tasks, %n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenantsPanel</name>
    <message numerus="yes">
        <source>%n person(s) can sign in no more.</source>
        <translation>
            <numerusform>One person can sign in no more.</numerusform>
            <numerusform>%n people can sign in no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now.</source>
        <translation>
            <numerusform>One session ends now.</numerusform>
            <numerusform>%n sessions end now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) stop working.</source>
        <translation>
            <numerusform>One app stops working.</numerusform>
            <numerusform>%n apps stop working.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestDialog</name>
    <message numerus="yes">
        <source>%n of the test&apos;s people and groups could not be deleted.</source>
        <translation>
            <numerusform>%n of the test&apos;s people and groups could not be deleted.</numerusform>
            <numerusform>%n of the test&apos;s people and groups could not be deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>
