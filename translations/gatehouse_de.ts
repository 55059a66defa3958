<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutRows</name>
    <message>
        <source>What people are shown</source>
        <translation>Was man von ihr sieht</translation>
    </message>
    <message>
        <source>Its own page</source>
        <translation>Eigene Seite</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo der App</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>A PNG, JPEG or WebP of at most 128 KiB. It is read once, when this is saved.</source>
        <translation>PNG, JPEG oder WebP, höchstens 128 KiB. Es wird einmal gelesen, beim Speichern.</translation>
    </message>
    <message>
        <source>These pages are linked where people sign in or consent. Each is an https address, or empty.</source>
        <translation>Auf diese Seiten wird verwiesen, wo sich Personen anmelden oder zustimmen. Je eine https-Adresse, oder leer.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Addresses of those who look after it. People do not see them.</source>
        <translation>Adressen derer, die sie betreuen. Personen sehen sie nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no https address.</source>
        <translation>„%1“ ist keine https-Adresse.</translation>
    </message>
</context>
<context>
    <name>AddressWarnings</name>
    <message>
        <source>No app was used through it lately.</source>
        <translation>Keine App wurde zuletzt darüber genutzt.</translation>
    </message>
    <message>
        <source>Apps used through it lately: %1.</source>
        <translation>Zuletzt darüber genutzte Apps: %1.</translation>
    </message>
    <message>
        <source>Apps that ask for it as connection=%1, or read idp=%1 in their tokens, have to be changed.</source>
        <translation>Apps, die ihn als connection=%1 anfordern oder idp=%1 in ihren Tokens lesen, müssen geändert werden.</translation>
    </message>
    <message>
        <source>Another provider to us: register %1 there. People who signed in through %2 are new to it, and found again by their verified e-mail address at most.</source>
        <translation>Für uns ein anderer Anbieter: Registrieren Sie dort %1. Wer sich über %2 angemeldet hat, ist dort neu und wird höchstens über die bestätigte E-Mail-Adresse wiedergefunden.</translation>
    </message>
</context>
<context>
    <name>AppForm</name>
    <message>
        <source>Nobody is asked</source>
        <translation>Niemand wird gefragt</translation>
    </message>
    <message>
        <source>Once, and when it wants more</source>
        <translation>Einmal, und wenn sie mehr will</translation>
    </message>
    <message>
        <source>At each sign-in</source>
        <translation>Bei jeder Anmeldung</translation>
    </message>
    <message>
        <source>It is the company&apos;s own</source>
        <translation>Sie gehört dem Unternehmen selbst</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>Öffentliche Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What people read when they are asked to sign in.</source>
        <translation>Was Menschen lesen, wenn sie sich anmelden sollen.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>&amp;Client-ID</translation>
    </message>
    <message>
        <source>Empty: one is made. It cannot be changed afterwards.</source>
        <translation>Leer: Es wird eine erzeugt. Danach ist sie nicht mehr zu ändern.</translation>
    </message>
    <message>
        <source>For tenants</source>
        <translation>Für Mandanten</translation>
    </message>
    <message>
        <source>Their short names; all: everyone, also those to come.</source>
        <translation>Ihre Kurznamen; all: alle, auch künftige.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>How it gets tokens</source>
        <translation>Wie sie Tokens bekommt</translation>
    </message>
    <message>
        <source>&amp;Redirect addresses</source>
        <translation>&amp;Rückrufadressen</translation>
    </message>
    <message>
        <source>One on each line, character by character as the app sends it.</source>
        <translation>Eine je Zeile, Zeichen für Zeichen, wie die App sie sendet.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>What it may ask for.</source>
        <translation>Was sie anfordern darf.</translation>
    </message>
    <message>
        <source>Ask for consent</source>
        <translation>Zustimmung erfragen</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Wem sie gehört</translation>
    </message>
    <message>
        <source>Login address</source>
        <translation>Anmeldeadresse</translation>
    </message>
    <message>
        <source>Where a sign-in that begins elsewhere is sent to. May stay empty.</source>
        <translation>Wohin eine Anmeldung führt, die anderswo beginnt. Darf leer bleiben.</translation>
    </message>
    <message>
        <source>How it proves itself</source>
        <translation>Wie sie sich ausweist</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>&amp;Nachweis</translation>
    </message>
    <message>
        <source>Address of its keys</source>
        <translation>Adresse ihrer Schlüssel</translation>
    </message>
    <message>
        <source>An https address with a JWK Set; or enter the keys below.</source>
        <translation>Eine https-Adresse mit einem JWK-Set; oder tragen Sie die Schlüssel unten ein.</translation>
    </message>
    <message>
        <source>A JWK Set, with public keys alone.</source>
        <translation>Ein JWK-Set, nur mit öffentlichen Schlüsseln.</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Weg zurück</translation>
    </message>
    <message>
        <source>Where people may land after signing out, one address on each line.</source>
        <translation>Wo Menschen nach der Abmeldung landen dürfen, eine Adresse je Zeile.</translation>
    </message>
    <message>
        <source>Told at</source>
        <translation>Benachrichtigt an</translation>
    </message>
    <message>
        <source>We post a logout token here when a session ends.</source>
        <translation>Hierhin senden wir ein Logout-Token, wenn eine Sitzung endet.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>Wird benötigt.</translation>
    </message>
    <message>
        <source>Choose one at least: without, it gets no tokens.</source>
        <translation>Wählen Sie mindestens eines: Sonst bekommt sie keine Tokens.</translation>
    </message>
    <message>
        <source>Is needed where people sign in.</source>
        <translation>Wird benötigt, wo sich Menschen anmelden.</translation>
    </message>
    <message>
        <source>Who acts for itself has to prove itself.</source>
        <translation>Wer für sich selbst handelt, muss sich ausweisen.</translation>
    </message>
    <message>
        <source>Is needed, or the keys themselves.</source>
        <translation>Wird benötigt, oder die Schlüssel selbst.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Who answers for it: a person&apos;s address or id.</source>
        <translation>Wer dafür einsteht: Adresse oder ID einer Person.</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>The last day, as year-month-day; empty: without end. From then on it is refused.</source>
        <translation>Der letzte Tag, als Jahr-Monat-Tag; leer: ohne Ende. Danach wird er abgewiesen.</translation>
    </message>
    <message>
        <source>This is no day. Write for example 2027-12-31.</source>
        <translation>Das ist kein Tag. Schreiben Sie zum Beispiel 2027-12-31.</translation>
    </message>
    <message>
        <source>Name in its certificate</source>
        <translation>Name in ihrem Zertifikat</translation>
    </message>
    <message>
        <source>As the authority certified it: exactly one.</source>
        <translation>Wie die Zertifizierungsstelle ihn bestätigt hat: genau einer.</translation>
    </message>
    <message>
        <source>Required level</source>
        <translation>Geforderte Stufe</translation>
    </message>
    <message>
        <source>Authentication levels (acr) of which any will do, besides what the tenant requires; empty: any.</source>
        <translation>Authentifizierungsstufen (acr), von denen eine genügt, zusätzlich zu denen des Mandanten; leer: jede.</translation>
    </message>
    <message>
        <source>Age of a sign-in</source>
        <translation>Alter der Anmeldung</translation>
    </message>
    <message>
        <source>After this, people sign in again, unless the request names an age itself; empty: any age.</source>
        <translation>Danach melden sich Menschen erneut an, außer die Anfrage nennt selbst ein Alter; leer: jedes Alter.</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Geöffnet unter</translation>
    </message>
    <message>
        <source>The browser of who signs out opens this in a frame.</source>
        <translation>Der Browser dessen, der sich abmeldet, öffnet dies in einem Frame.</translation>
    </message>
    <message>
        <source>A time span of at most a year: 12 h or 30 min, for example.</source>
        <translation>Eine Zeitspanne von höchstens einem Jahr: zum Beispiel 12 h oder 30 min.</translation>
    </message>
    <message>
        <source>Level asked for</source>
        <translation>Gewünschte Stufe</translation>
    </message>
    <message>
        <source>Authentication levels (acr), best first, where a request names none; it need not be met.</source>
        <translation>Anmeldestufen (acr), die beste zuerst, wenn eine Anfrage keine nennt; sie müssen nicht erreicht werden.</translation>
    </message>
</context>
<context>
    <name>AppModel</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>Kein Secret</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>Wechselt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Proves itself by</source>
        <translation>Weist sich aus durch</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Endet bald</translation>
    </message>
</context>
<context>
    <name>AppWords</name>
    <message>
        <source>Web application</source>
        <translation>Webanwendung</translation>
    </message>
    <message>
        <source>Application in the browser</source>
        <translation>Anwendung im Browser</translation>
    </message>
    <message>
        <source>Desktop or mobile app</source>
        <translation>Desktop- oder Mobil-App</translation>
    </message>
    <message>
        <source>Machine client</source>
        <translation>Maschinen-Client</translation>
    </message>
    <message>
        <source>SAML application</source>
        <translation>SAML-Anwendung</translation>
    </message>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>Secret im Header (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>Secret im Body (post)</translation>
    </message>
    <message>
        <source>Signed with its key (private_key_jwt)</source>
        <translation>Signiert mit ihrem Schlüssel (private_key_jwt)</translation>
    </message>
    <message>
        <source>Certificate of an authority (mTLS)</source>
        <translation>Zertifikat einer Zertifizierungsstelle (mTLS)</translation>
    </message>
    <message>
        <source>Certificate of its own (mTLS)</source>
        <translation>Eigenes Zertifikat (mTLS)</translation>
    </message>
    <message>
        <source>Not at all (public, PKCE only)</source>
        <translation>Gar nicht (öffentlich, nur PKCE)</translation>
    </message>
    <message>
        <source>A person signs in (authorization code)</source>
        <translation>Ein Mensch meldet sich an (Authorization Code)</translation>
    </message>
    <message>
        <source>It stays signed in (refresh token)</source>
        <translation>Sie bleibt angemeldet (Refresh-Token)</translation>
    </message>
    <message>
        <source>It acts for itself (client credentials)</source>
        <translation>Sie handelt für sich selbst (Client Credentials)</translation>
    </message>
    <message>
        <source>It exchanges tokens (token exchange)</source>
        <translation>Sie tauscht Tokens (Token Exchange)</translation>
    </message>
    <message>
        <source>It comes with a token of an issuer it trusts (JWT bearer)</source>
        <translation>Sie kommt mit dem Token eines vertrauten Ausstellers (JWT Bearer)</translation>
    </message>
    <message>
        <source>A person signs in on another device (device code)</source>
        <translation>Ein Mensch meldet sich an einem anderen Gerät an (Device Code)</translation>
    </message>
</context>
<context>
    <name>AppsPanel</name>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Add app</source>
        <translation>App hinzufügen</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Give this to the app</source>
        <translation>Das braucht die App</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>What this company&apos;s people sign in to, and programs that act for themselves.</source>
        <translation>Wo sich die Menschen dieses Unternehmens anmelden, und Programme, die für sich selbst handeln.</translation>
    </message>
    <message>
        <source>Register an app (Ctrl+N)</source>
        <translation>Eine App registrieren (Strg+N)</translation>
    </message>
    <message>
        <source>Which apps</source>
        <translation>Welche Apps</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>Maschinen-Clients</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>Eingangstür</translation>
    </message>
    <message>
        <source>Apps for people of several tenants</source>
        <translation>Apps für Menschen mehrerer Mandanten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>Teile der App</translation>
    </message>
    <message>
        <source>Delete this app</source>
        <translation>Diese App löschen</translation>
    </message>
    <message>
        <source>The address is in the draft. Review and apply it.</source>
        <translation>Die Adresse steht im Entwurf. Prüfen und wenden Sie ihn an.</translation>
    </message>
    <message>
        <source>Add an app</source>
        <translation>Eine App hinzufügen</translation>
    </message>
    <message>
        <source>Rename the app</source>
        <translation>Die App umbenennen</translation>
    </message>
    <message>
        <source>Delete the app</source>
        <translation>Die App löschen</translation>
    </message>
    <message>
        <source>No machine client yet. Programs that act for themselves are registered here.</source>
        <translation>Noch kein Maschinen-Client. Hier werden Programme registriert, die für sich selbst handeln.</translation>
    </message>
    <message>
        <source>No app of the front door yet. It serves people of several tenants.</source>
        <translation>Noch keine App der Eingangstür. Sie ist für Menschen mehrerer Mandanten da.</translation>
    </message>
    <message>
        <source>No app yet. People have nothing to sign in to.</source>
        <translation>Noch keine App. Es gibt nichts, wo man sich anmelden könnte.</translation>
    </message>
    <message>
        <source>Select an app to see its addresses, secrets and settings.</source>
        <translation>Wählen Sie eine App, um ihre Adressen, Secrets und Einstellungen zu sehen.</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>Neue App</translation>
    </message>
    <message>
        <source>For people of several tenants, at the front door.</source>
        <translation>Für Menschen mehrerer Mandanten, an der Eingangstür.</translation>
    </message>
    <message>
        <source>Its client id and secret are made when you apply.</source>
        <translation>Client-ID und Secret entstehen beim Anwenden.</translation>
    </message>
    <message>
        <source>For tenants</source>
        <translation>Für Mandanten</translation>
    </message>
    <message>
        <source>all, also those to come</source>
        <translation>alle, auch künftige</translation>
    </message>
    <message>
        <source>Proves itself by</source>
        <translation>Weist sich aus durch</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>User info</source>
        <translation>Benutzerinfo</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>Korrigieren Sie zuerst die markierten Felder</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Ansehen, was sich ändert, dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Made a secret. The old one works for another day.</source>
        <translation>Secret erzeugt. Das alte gilt noch einen Tag.</translation>
    </message>
    <message>
        <source>The old secret of %1 counts no more.</source>
        <translation>Das alte Secret von %1 gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete the app %1?</source>
        <translation>Die App %1 löschen?</translation>
    </message>
    <message>
        <source>Ctrl+Z registers it again, with the same client id and a new secret.</source>
        <translation>Strg+Z registriert sie wieder, mit derselben Client-ID und einem neuen Secret.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) use it now</source>
        <translation>
            <numerusform>%n Person benutzt sie gerade</numerusform>
            <numerusform>%n Personen benutzen sie gerade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s) end, with their tokens</source>
        <translation>
            <numerusform>%n Berechtigung endet, mit ihren Tokens</numerusform>
            <numerusform>%n Berechtigungen enden, mit ihren Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) go on without it</source>
        <translation>
            <numerusform>%n Sitzung läuft ohne sie weiter</numerusform>
            <numerusform>%n Sitzungen laufen ohne sie weiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>%n Anmeldung in den letzten 24 Stunden</numerusform>
            <numerusform>%n Anmeldungen in den letzten 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Try the app</source>
        <translation>Die App ausprobieren</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>New client secret</source>
        <translation>Neues Client-Secret</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>%1 proves itself with it. It is shown this once and kept nowhere: copy it into the app, or make another one later.</source>
        <translation>%1 weist sich damit aus. Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt: Kopieren Sie es in die App, oder erzeugen Sie später ein anderes.</translation>
    </message>
</context>
<context>
    <name>AttributeRulesModel</name>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>From claim</source>
        <translation>Aus Claim</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
</context>
<context>
    <name>AuditExport</name>
    <message>
        <source>Audit log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
</context>
<context>
    <name>AuditFilter</name>
    <message>
        <source>There is no field “%1”. Known are: %2.</source>
        <translation>Es gibt kein Feld „%1“. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>Say which %1.</source>
        <translation>Geben Sie einen Wert für %1 an.</translation>
    </message>
    <message>
        <source>An outcome is success, failure or denied.</source>
        <translation>Ein Ergebnis ist success, failure oder denied.</translation>
    </message>
    <message>
        <source>Write a time as 15m, 12h, 7d, 2w or 2026-03-01.</source>
        <translation>Schreiben Sie eine Zeit als 15m, 12h, 7d, 2w oder 2026-03-01.</translation>
    </message>
    <message>
        <source>“%1” cannot be excluded.</source>
        <translation>„%1“ lässt sich nicht ausschließen.</translation>
    </message>
    <message>
        <source>No event is called “%1”. Write actor:, target: or another field before it.</source>
        <translation>Kein Ereignis heißt „%1“. Stellen Sie actor:, target: oder ein anderes Feld voran.</translation>
    </message>
    <message>
        <source>A quotation mark is missing.</source>
        <translation>Ein Anführungszeichen fehlt.</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Records over time</source>
        <translation>Einträge im Zeitverlauf</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Follow this user</source>
        <translation>Diesem Benutzer folgen</translation>
    </message>
    <message>
        <source>Follow this login</source>
        <translation>Dieser Anmeldung folgen</translation>
    </message>
    <message>
        <source>Show the login</source>
        <translation>Anmeldung zeigen</translation>
    </message>
    <message>
        <source>Everything that happened, chained so that it shows.</source>
        <translation>Alles, was geschehen ist, so verkettet, dass jeder Eingriff auffällt.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. The log is running.</source>
        <translation>Noch ist nichts aufgezeichnet. Das Protokoll läuft.</translation>
    </message>
    <message>
        <source>Select a record to see who did what, and what changed.</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, wer was getan und was sich geändert hat.</translation>
    </message>
    <message>
        <source>Exporting, %1 so far: stop</source>
        <translation>Export läuft, bisher %1: abbrechen</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Pause the live view</source>
        <translation>Live-Ansicht anhalten</translation>
    </message>
    <message>
        <source>Audit log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>There is no login with the reference %1.</source>
        <translation>Es gibt keine Anmeldung mit der Referenz %1.</translation>
    </message>
    <message>
        <source>Record #%1</source>
        <translation>Eintrag #%1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>+%1 neu</translation>
    </message>
    <message>
        <source>Live view, press to pause</source>
        <translation>Live-Ansicht, drücken zum Anhalten</translation>
    </message>
    <message>
        <source>Live view paused, %1 new records, press to go on</source>
        <translation>Live-Ansicht angehalten, %1 neue Einträge, drücken zum Fortsetzen</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Pause the live view (Space)</source>
        <translation>Live-Ansicht anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Exporting: stop</source>
        <translation>Export läuft: abbrechen</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Exported %1 records to %2, with a manifest beside it.</source>
        <translation>%1 Einträge nach %2 exportiert, mit einem Manifest daneben.</translation>
    </message>
    <message>
        <source>The export could not be finished; no file was written.</source>
        <translation>Der Export konnte nicht abgeschlossen werden; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Follow this object</source>
        <translation>Diesem Objekt folgen</translation>
    </message>
    <message>
        <source>No events in this range. The log is running: it holds %1 records.</source>
        <translation>Keine Ereignisse in diesem Zeitraum. Das Protokoll läuft: Es enthält %1 Einträge.</translation>
    </message>
    <message>
        <source>Widen range</source>
        <translation>Zeitraum erweitern</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Verify the audit log of %1</source>
        <translation>Protokoll von %1 prüfen</translation>
    </message>
    <message>
        <source>Export of the audit log of %1</source>
        <translation>Export des Protokolls von %1</translation>
    </message>
</context>
<context>
    <name>AuthoritiesField</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Trust no longer</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trust these authorities no longer</source>
        <translation>Diesen Zertifizierungsstellen nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Certificates that this machine cannot read</source>
        <translation>Zertifikate, die dieser Rechner nicht lesen kann</translation>
    </message>
</context>
<context>
    <name>BackOff</name>
    <message numerus="yes">
        <source>That was wrong. The next try in %n second(s).</source>
        <translation>
            <numerusform>Das war falsch. Der nächste Versuch in %n Sekunde.</numerusform>
            <numerusform>Das war falsch. Der nächste Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was wrong. Try again.</source>
        <translation>Das war falsch. Noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1: aus %2 wird %3</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>Close the list</source>
        <translation>Liste schließen</translation>
    </message>
    <message>
        <source>No login of this provider is recorded yet. Make a sign-in and it is tried here too.</source>
        <translation>Für diesen Anbieter ist noch keine Anmeldung aufgezeichnet. Melden Sie sich einmal an, dann wird sie auch hier geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Against the last %n login(s): %1 unchanged, %2 changed, %3 blocked.</source>
        <translation>
            <numerusform>Geprüft an %n Anmeldung: %1 unverändert, %2 geändert, %3 blockiert.</numerusform>
            <numerusform>Geprüft an den letzten %n Anmeldungen: %1 unverändert, %2 geändert, %3 blockiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n changed</source>
        <translation>
            <numerusform>%n geänderte zeigen</numerusform>
            <numerusform>%n geänderte zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n blocked</source>
        <translation>
            <numerusform>%n blockierte zeigen</numerusform>
            <numerusform>%n blockierte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Running the last logins against this mapping …</source>
        <translation>Die letzten Anmeldungen werden mit dieser Zuordnung durchgespielt …</translation>
    </message>
    <message>
        <source>Logins under this mapping</source>
        <translation>Anmeldungen unter dieser Zuordnung</translation>
    </message>
    <message numerus="yes">
        <source>Show %n unchanged</source>
        <translation>
            <numerusform>%n unveränderte zeigen</numerusform>
            <numerusform>%n unveränderte zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrokerMonitor</name>
    <message>
        <source>Nothing came back in %1 s.</source>
        <translation>In %1 s kam nichts zurück.</translation>
    </message>
</context>
<context>
    <name>BrokerSignIn</name>
    <message>
        <source>The identity provider did not sign you in strongly enough: %1</source>
        <translation>Der Identitätsanbieter hat Sie nicht stark genug angemeldet: %1</translation>
    </message>
    <message>
        <source>Nobody signed in within ten minutes.</source>
        <translation>Innerhalb von zehn Minuten hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>Keine Antwort von %1: %2</translation>
    </message>
    <message>
        <source>%1 is not an issuer of a broker (HTTP %2).</source>
        <translation>%1 ist kein Issuer eines Brokers (HTTP %2).</translation>
    </message>
    <message>
        <source>What answers at %1 calls itself by another name.</source>
        <translation>Was unter %1 antwortet, nennt sich selbst anders.</translation>
    </message>
    <message>
        <source>The metadata of %1 names addresses of another host.</source>
        <translation>Die Metadaten von %1 nennen Adressen auf einem anderen Host.</translation>
    </message>
    <message>
        <source>No port for the way back from the browser: %1</source>
        <translation>Kein Port für den Rückweg aus dem Browser: %1</translation>
    </message>
    <message>
        <source>The answer came from another issuer than the one that was asked.</source>
        <translation>Die Antwort kam von einem anderen Issuer als dem angefragten.</translation>
    </message>
    <message>
        <source>The sign-in was refused: %1</source>
        <translation>Die Anmeldung wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>The broker refused (%1): %2</source>
        <translation>Der Broker hat abgelehnt (%1): %2</translation>
    </message>
    <message>
        <source>The browser came back without an answer.</source>
        <translation>Der Browser kam ohne Antwort zurück.</translation>
    </message>
    <message>
        <source>The broker gave no token (%1).</source>
        <translation>Der Broker hat kein Token ausgestellt (%1).</translation>
    </message>
    <message>
        <source>You signed in, and you administer nothing there. Somebody who may must appoint you: gatehousectl admin create</source>
        <translation>Sie haben sich angemeldet, verwalten dort aber nichts. Jemand mit diesem Recht muss Sie ernennen: gatehousectl admin create</translation>
    </message>
</context>
<context>
    <name>BundleWindow</name>
    <message>
        <source>%1 is no sign-in bundle, or one of a newer version.</source>
        <translation>%1 ist kein Anmeldepaket oder stammt aus einer neueren Version.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2 %3.</source>
        <translation>%1 kann nicht gelesen werden: %2 %3.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than any sign-in bundle.</source>
        <translation>%1 ist größer als jedes Anmeldepaket.</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (schreibgeschützt)</translation>
    </message>
    <message>
        <source>Sign-in %1</source>
        <translation>Anmeldung %1</translation>
    </message>
    <message>
        <source>Read-only, from a file: exported by Gatehouse %1, %2.</source>
        <translation>Nur lesbar, aus einer Datei: exportiert von Gatehouse %1, %2.</translation>
    </message>
    <message>
        <source>This file was changed since it was exported.</source>
        <translation>Diese Datei wurde seit dem Export verändert.</translation>
    </message>
    <message>
        <source>Its digest does not fit its content. Do not rely on what it shows.</source>
        <translation>Ihre Prüfsumme passt nicht zum Inhalt. Verlassen Sie sich nicht auf das, was sie zeigt.</translation>
    </message>
    <message>
        <source>The configuration of the sign-in</source>
        <translation>Die Konfiguration der Anmeldung</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
</context>
<context>
    <name>CatalogDialog</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Data catalog</source>
        <translation>Datenkatalog</translation>
    </message>
    <message>
        <source>A person may have several</source>
        <translation>Eine Person darf mehrere haben</translation>
    </message>
    <message>
        <source>Describe another</source>
        <translation>Weiteres beschreiben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Data catalog of %1</source>
        <translation>Datenkatalog von %1</translation>
    </message>
    <message>
        <source>Address at which the catalog is published</source>
        <translation>Adresse, unter der der Katalog veröffentlicht ist</translation>
    </message>
    <message>
        <source>Nothing is described yet. What you describe here, directories may write.</source>
        <translation>Noch ist nichts beschrieben. Was Sie hier beschreiben, dürfen Verzeichnisse schreiben.</translation>
    </message>
    <message>
        <source>Directories see and write it no more; what they wrote is not shown</source>
        <translation>Verzeichnisse sehen und schreiben es nicht mehr; was sie schrieben, wird nicht gezeigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Published at:</source>
        <translation>Veröffentlicht unter:</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Of the attribute, such as badgeNumber.</source>
        <translation>Des Attributs, etwa badgeNumber.</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>&amp;Several</source>
        <translation>&amp;Mehrere</translation>
    </message>
    <message>
        <source>&amp;Allowed values</source>
        <translation>&amp;Erlaubte Werte</translation>
    </message>
    <message>
        <source>Of a text, with commas between them; empty for any.</source>
        <translation>Eines Textes, mit Kommas dazwischen; leer für beliebige.</translation>
    </message>
    <message>
        <source>&amp;Meaning</source>
        <translation>&amp;Bedeutung</translation>
    </message>
    <message>
        <source>&amp;Used for</source>
        <translation>&amp;Verwendet für</translation>
    </message>
    <message>
        <source>With commas between them.</source>
        <translation>Mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>&amp;Kategorien</translation>
    </message>
    <message>
        <source>Describe it</source>
        <translation>Beschreiben</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the authority&apos;s owner tells you. It will be trusted for this one connection, and for nothing else.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den der Inhaber der Zertifizierungsstelle nennt. Ihr wird für diese eine Verbindung vertraut und für nichts sonst.</translation>
    </message>
    <message>
        <source>Open a certificate file</source>
        <translation>Zertifikatsdatei öffnen</translation>
    </message>
    <message>
        <source>Trust this CA</source>
        <translation>Dieser CA vertrauen</translation>
    </message>
    <message>
        <source>Certificates of %1</source>
        <translation>Zertifikate von %1</translation>
    </message>
    <message>
        <source>Certificates, the server&apos;s own first</source>
        <translation>Zertifikate, das des Servers zuerst</translation>
    </message>
    <message>
        <source>Of the authority that signed what the server shows, in PEM form</source>
        <translation>Der Zertifizierungsstelle, die unterschrieben hat, was der Server zeigt, im PEM-Format</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the certificates</source>
        <translation>Zertifikate schließen</translation>
    </message>
    <message>
        <source>No certificate came from %1.</source>
        <translation>Von %1 kam kein Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate is trusted here.</source>
        <translation>Dem Zertifikat wird hier vertraut.</translation>
    </message>
    <message>
        <source>%1 (authority)</source>
        <translation>%1 (Zertifizierungsstelle)</translation>
    </message>
    <message>
        <source>The server sends no authority&apos;s certificate. Ask the provider&apos;s administrator for that of &quot;%1&quot; and open its file. It will be trusted for this one connection, and for nothing else.</source>
        <translation>Der Server sendet kein Zertifikat einer Zertifizierungsstelle. Bitten Sie die Verwaltung des Anbieters um das von „%1“ und öffnen Sie die Datei. Ihm wird für diese eine Verbindung vertraut und für nichts sonst.</translation>
    </message>
    <message>
        <source>Certificate of an authority</source>
        <translation>Zertifikat einer Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than 64 KiB.</source>
        <translation>%1 kann nicht gelesen werden oder ist größer als 64 KiB.</translation>
    </message>
    <message>
        <source>%1 (authority, from the file)</source>
        <translation>%1 (Zertifizierungsstelle, aus der Datei)</translation>
    </message>
    <message>
        <source>For this one connection</source>
        <translation>Für diese eine Verbindung</translation>
    </message>
    <message>
        <source>Choose an authority: this is a server&apos;s own certificate</source>
        <translation>Wählen Sie eine Zertifizierungsstelle: Dies ist das Zertifikat eines Servers</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>This authority did not sign what the server shows.</source>
        <translation>Diese Zertifizierungsstelle hat nicht unterschrieben, was der Server zeigt.</translation>
    </message>
    <message>
        <source>Ask who did: the issuer of its last certificate.</source>
        <translation>Fragen Sie, wer es war: der Aussteller seines letzten Zertifikats.</translation>
    </message>
    <message>
        <source>This is a server&apos;s own certificate, not an authority&apos;s.</source>
        <translation>Dies ist das Zertifikat eines Servers, nicht das einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>This authority has expired.</source>
        <translation>Diese Zertifizierungsstelle ist abgelaufen.</translation>
    </message>
    <message>
        <source>This is no certificate in PEM form.</source>
        <translation>Dies ist kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>There is no certificate to look at.</source>
        <translation>Es gibt kein Zertifikat anzusehen.</translation>
    </message>
</context>
<context>
    <name>CertificateNameField</name>
    <message>
        <source>Subject</source>
        <translation>Subjekt</translation>
    </message>
    <message>
        <source>DNS name</source>
        <translation>DNS-Name</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Kind of name in the certificate</source>
        <translation>Art des Namens im Zertifikat</translation>
    </message>
    <message>
        <source>Name in the certificate</source>
        <translation>Name im Zertifikat</translation>
    </message>
</context>
<context>
    <name>ChainBadge</name>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Verify the audit chain now</source>
        <translation>Kette des Protokolls jetzt prüfen</translation>
    </message>
    <message>
        <source>Proves that no record was taken away, moved or put in since the last signed tree head</source>
        <translation>Belegt, dass seit dem letzten signierten Baumkopf kein Eintrag entfernt, verschoben oder eingefügt wurde</translation>
    </message>
    <message>
        <source>Verifying …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The broker does not find the records that it signed before, as they were.</source>
        <translation>Der Broker findet die früher signierten Einträge nicht mehr so vor, wie sie waren.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>The log is shorter than this console has seen it.</source>
        <translation>Das Protokoll ist kürzer, als diese Konsole es schon gesehen hat.</translation>
    </message>
    <message>
        <source>The chain has no gap since the tree head that was signed before.</source>
        <translation>Die Kette ist seit dem zuvor signierten Baumkopf lückenlos.</translation>
    </message>
    <message>
        <source>The tree of records is not the one that this console has seen.</source>
        <translation>Der Baum der Einträge ist nicht der, den diese Konsole gesehen hat.</translation>
    </message>
    <message>
        <source>The tree that this console saw at #%1 is part of it.</source>
        <translation>Der Baum, den diese Konsole bei #%1 gesehen hat, ist darin enthalten.</translation>
    </message>
    <message>
        <source>Verified to #%1</source>
        <translation>Geprüft bis #%1</translation>
    </message>
    <message>
        <source>What each record says is proven by an export and “gatehousectl audit verify”.</source>
        <translation>Was in den einzelnen Einträgen steht, belegt ein Export mit „gatehousectl audit verify“.</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>Kette unterbrochen</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name of an object</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1: at most %2</source>
        <translation>%1: höchstens %2</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Set up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>Create a tenant</source>
        <translation>Mandanten anlegen</translation>
    </message>
    <message>
        <source>A company whose people sign in</source>
        <translation>Ein Unternehmen, dessen Personen sich anmelden</translation>
    </message>
    <message>
        <source>Verify a domain</source>
        <translation>Domain bestätigen</translation>
    </message>
    <message>
        <source>So that its people are led to their provider</source>
        <translation>Leitet Personen dieser Domain zu ihrem Anbieter</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>Identitätsanbieter verbinden</translation>
    </message>
    <message>
        <source>Entra, Okta, Keycloak, any OpenID provider</source>
        <translation>Entra, Okta, Keycloak, jeder OpenID-Anbieter</translation>
    </message>
    <message>
        <source>Enable it</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>After its test has passed</source>
        <translation>Nach bestandenem Test</translation>
    </message>
    <message>
        <source>Register an app</source>
        <translation>App registrieren</translation>
    </message>
    <message>
        <source>With gatehousectl or the Admin API</source>
        <translation>Mit gatehousectl oder der Admin API</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Erste Anmeldung</translation>
    </message>
    <message>
        <source>It appears under Logins, step by step</source>
        <translation>Erscheint unter „Anmeldungen“, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>ClaimsInput</name>
    <message>
        <source>Claims or ID token</source>
        <translation>Claims oder ID-Token</translation>
    </message>
    <message>
        <source>Not used by any rule</source>
        <translation>Von keiner Regel verwendet</translation>
    </message>
    <message>
        <source>Where the claims come from</source>
        <translation>Herkunft der Claims</translation>
    </message>
    <message>
        <source>{ &quot;sub&quot;: &quot;…&quot;, &quot;email&quot;: &quot;…&quot; } or an ID token</source>
        <translation>{ &quot;sub&quot;: &quot;…&quot;, &quot;email&quot;: &quot;…&quot; } oder ein ID-Token</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who signed in, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Persona: %1</source>
        <translation>Persona: %1</translation>
    </message>
    <message>
        <source>Written or pasted</source>
        <translation>Getippt oder eingefügt</translation>
    </message>
    <message>
        <source>What this login brought, as it was recorded.</source>
        <translation>Was diese Anmeldung mitbrachte, so wie es aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Nothing to preview yet. Paste a token or make one test sign-in.</source>
        <translation>Noch gibt es nichts für die Vorschau. Fügen Sie ein Token ein oder machen Sie eine Testanmeldung.</translation>
    </message>
    <message>
        <source>This looks like a token, but its claims cannot be read.</source>
        <translation>Das sieht nach einem Token aus, aber seine Claims sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>Map the claim %1</source>
        <translation>Claim %1 zuordnen</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>Close Gatehouse</source>
        <translation>Gatehouse schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not applied yet.</source>
        <translation>
            <numerusform>%n Änderung ist noch nicht angewendet.</numerusform>
            <numerusform>%n Änderungen sind noch nicht angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep drafts</source>
        <translation>Entwürfe behalten</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n App</numerusform>
            <numerusform>%n Apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker is serving %1 and %2.</source>
        <translation>Der Broker bedient %1 und %2.</translation>
    </message>
    <message>
        <source>Kept running, it goes on without this window. Start Gatehouse again to bring it back.</source>
        <translation>Er kann ohne dieses Fenster weiterlaufen. Starten Sie Gatehouse erneut, um es zurückzuholen.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation>Broker beenden</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing matches. A reference such as GH-7F3K-92QD opens its login.</source>
        <translation>Kein Treffer. Eine Referenz wie GH-7F3K-92QD öffnet die zugehörige Anmeldung.</translation>
    </message>
    <message>
        <source>Go to or do anything …</source>
        <translation>Ort oder Befehl suchen …</translation>
    </message>
    <message>
        <source>Go to or do anything</source>
        <translation>Ort oder Befehl suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Open login %1</source>
        <translation>Anmeldung %1 öffnen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
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
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>This sign-in beside the last good one</source>
        <translation>Diese Anmeldung neben der letzten erfolgreichen</translation>
    </message>
    <message>
        <source>The last good sign-in over %1: %2, %3 (%4). Lines that differ: %5.</source>
        <translation>Letzte erfolgreiche Anmeldung über %1: %2, %3 (%4). Abweichende Zeilen: %5.</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Version of the connection</source>
        <translation>Version der Verbindung</translation>
    </message>
    <message>
        <source>Version of the tenant</source>
        <translation>Version des Mandanten</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1, abweichend</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>This sign-in</source>
        <translation>Diese Anmeldung</translation>
    </message>
    <message>
        <source>The last good one</source>
        <translation>Letzte erfolgreiche</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>With a &amp;token</source>
        <translation>Mit &amp;Token</translation>
    </message>
    <message>
        <source>By &amp;signing in</source>
        <translation>Per &amp;Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s keychain</source>
        <translation>Im &amp;Schlüsselbund des Systems speichern</translation>
    </message>
    <message>
        <source>Connect to a broker</source>
        <translation>Mit einem Broker verbinden</translation>
    </message>
    <message>
        <source>It opens in a window of its own. A broker that runs in this console goes on running.</source>
        <translation>Er öffnet sich in einem eigenen Fenster. Ein Broker, der in dieser Konsole läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>Adresse des Brokers</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>T&amp;oken</translation>
    </message>
    <message>
        <source>Made by: gatehousectl token create --role owner</source>
        <translation>Erstellt mit: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Short name of your tenant</source>
        <translation>Kurzname Ihres Mandanten</translation>
    </message>
    <message>
        <source>&amp;Your tenant</source>
        <translation>Ihr &amp;Mandant</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no keychain here: the token is asked for each time.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Token wird jedes Mal abgefragt.</translation>
    </message>
    <message>
        <source>A token is needed.</source>
        <translation>Ein Token ist erforderlich.</translation>
    </message>
    <message>
        <source>Make one at the broker: gatehousectl token create --role owner</source>
        <translation>Erstellen Sie eines am Broker: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Your tenant&apos;s short name is needed: it is where you sign in.</source>
        <translation>Der Kurzname Ihres Mandanten ist erforderlich: Dort melden Sie sich an.</translation>
    </message>
    <message>
        <source>Waiting for you in the browser …</source>
        <translation>Im Browser wird auf Sie gewartet …</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Anfrage an %1 …</translation>
    </message>
    <message>
        <source>%1 does not accept this token.</source>
        <translation>%1 nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>It may have expired or been revoked, or it belongs to another broker.</source>
        <translation>Es ist vielleicht abgelaufen, widerrufen oder gehört zu einem anderen Broker.</translation>
    </message>
    <message>
        <source>You are known at %1, and may not administer it.</source>
        <translation>%1 kennt Sie, aber Sie dürfen dort nicht verwalten.</translation>
    </message>
    <message>
        <source>Somebody who may must appoint you: gatehousectl admin create</source>
        <translation>Jemand mit dem Recht dazu muss Sie einsetzen: gatehousectl admin create</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Forget this broker</source>
        <translation>Diesen Broker vergessen</translation>
    </message>
    <message>
        <source>Takes it off this list, and its token out of the keychain</source>
        <translation>Nimmt ihn von dieser Liste und sein Token aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 ist vergessen.</translation>
    </message>
    <message>
        <source>Your browser opens. You must be appointed there: gatehousectl admin create</source>
        <translation>Ihr Browser öffnet sich. Sie müssen dort ernannt sein: gatehousectl admin create</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>Secret im Header (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>Secret im Body (post)</translation>
    </message>
    <message>
        <source>Signed with our key (private_key_jwt)</source>
        <translation>Mit unserem Schlüssel signiert (private_key_jwt)</translation>
    </message>
    <message>
        <source>None (public client, PKCE only)</source>
        <translation>Keiner (öffentlicher Client, nur PKCE)</translation>
    </message>
    <message>
        <source>Take its e-mail addresses as verified</source>
        <translation>E-Mail-Adressen als bestätigt übernehmen</translation>
    </message>
    <message>
        <source>Display &amp;name</source>
        <translation>Anzeige&amp;name</translation>
    </message>
    <message>
        <source>On the button of the sign-in page.</source>
        <translation>Auf der Schaltfläche der Anmeldeseite.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Lower case, digits, hyphens; apps see it as idp.</source>
        <translation>Kleinbuchstaben, Ziffern, Bindestriche; Apps sehen ihn als idp.</translation>
    </message>
    <message>
        <source>&amp;Issuer</source>
        <translation>&amp;Issuer</translation>
    </message>
    <message>
        <source>Exactly as the provider spells it, slash by slash.</source>
        <translation>Genau so, wie der Anbieter ihn schreibt, mit jedem Schrägstrich.</translation>
    </message>
    <message>
        <source>Entra directories</source>
        <translation>Entra-Verzeichnisse</translation>
    </message>
    <message>
        <source>The directory ids that may sign in; needed with {tenantid} in the issuer.</source>
        <translation>Die IDs der Verzeichnisse, die sich anmelden dürfen; erforderlich bei {tenantid} im Issuer.</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>&amp;Client-ID</translation>
    </message>
    <message>
        <source>We prove ourselves by</source>
        <translation>Wir weisen uns aus mit</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again. Asked for anew when the issuer changes.</source>
        <translation>Wird verschlüsselt abgelegt und nie wieder angezeigt. Bei einem anderen Issuer neu einzugeben.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Ask for level</source>
        <translation>Stufe anfordern</translation>
    </message>
    <message>
        <source>Authentication levels (acr) to ask for; empty: none.</source>
        <translation>Authentifizierungsstufen (acr), die angefordert werden; leer: keine.</translation>
    </message>
    <message>
        <source>Names of levels</source>
        <translation>Namen der Stufen</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>People with these addresses are led here. They must be verified for the tenant.</source>
        <translation>Wer eine dieser Adressen hat, wird hierher geleitet. Die Domains müssen für den Mandanten bestätigt sein.</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Only for addresses on this tenant&apos;s verified domains.</source>
        <translation>Nur für Adressen auf den bestätigten Domains dieses Mandanten.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>Wird gebraucht.</translation>
    </message>
    <message>
        <source>At most 63 of a to z, digits, hyphen, underline and period: %1 would do.</source>
        <translation>Höchstens 63 Zeichen aus a bis z, Ziffern, Bindestrich, Unterstrich und Punkt: %1 ginge.</translation>
    </message>
    <message>
        <source>This is no https address. It begins like https://login.company.com</source>
        <translation>Das ist keine https-Adresse. Sie beginnt wie https://login.company.com</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Vertraute Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Besides the system&apos;s, and for this provider alone.</source>
        <translation>Neben denen des Systems und nur für diesen Anbieter.</translation>
    </message>
    <message>
        <source>%1: both names are needed.</source>
        <translation>%1: Beide Namen werden gebraucht.</translation>
    </message>
    <message>
        <source>We ask for</source>
        <translation>Wir verlangen</translation>
    </message>
    <message>
        <source>It calls that</source>
        <translation>Dort heißt das</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Levels that are not listed are called the same there. Behind amr: stands a method that the provider names, such as amr:hwk.</source>
        <translation>Nicht aufgeführte Stufen heißen dort gleich. Hinter amr: steht ein Verfahren, das der Anbieter nennt, etwa amr:hwk.</translation>
    </message>
    <message>
        <source>Is needed where there is no metadata.</source>
        <translation>Wird gebraucht, wo es keine Metadaten gibt.</translation>
    </message>
    <message>
        <source>Redirect (HTTP-Redirect)</source>
        <translation>Weiterleitung (HTTP-Redirect)</translation>
    </message>
    <message>
        <source>A form that sends itself (HTTP-POST)</source>
        <translation>Ein Formular, das sich selbst sendet (HTTP-POST)</translation>
    </message>
    <message>
        <source>Sign what we ask</source>
        <translation>Unsere Anfragen signieren</translation>
    </message>
    <message>
        <source>The assertion itself must be signed</source>
        <translation>Die Assertion selbst muss signiert sein</translation>
    </message>
    <message>
        <source>The assertion must be encrypted</source>
        <translation>Die Assertion muss verschlüsselt sein</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Read every six hours: certificates renew themselves.</source>
        <translation>Wird alle sechs Stunden gelesen: Zertifikate erneuern sich von selbst.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>The document, where it has no address. Not both.</source>
        <translation>Das Dokument, wo es keine Adresse hat. Nicht beides.</translation>
    </message>
    <message>
        <source>PEM or base64; several may stand below each other.</source>
        <translation>PEM oder base64; mehrere dürfen untereinander stehen.</translation>
    </message>
    <message>
        <source>We ask by</source>
        <translation>Wir fragen per</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Otherwise a signature over the whole response does as well.</source>
        <translation>Sonst genügt auch eine Signatur über die ganze Antwort.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>NameID format</source>
        <translation>NameID-Format</translation>
    </message>
    <message>
        <source>To ask for; empty: the provider chooses.</source>
        <translation>Zu erfragen; leer: der Anbieter wählt.</translation>
    </message>
    <message>
        <source>AuthnContext classes</source>
        <translation>AuthnContext-Klassen</translation>
    </message>
    <message>
        <source>Asked for in every request (RequestedAuthnContext); empty: none.</source>
        <translation>In jeder Anfrage verlangt (RequestedAuthnContext); leer: keine.</translation>
    </message>
    <message>
        <source>Clocks may differ by</source>
        <translation>Uhren dürfen abweichen um</translation>
    </message>
    <message>
        <source>A sign-in may begin at the provider</source>
        <translation>Eine Anmeldung darf beim Anbieter beginnen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Without it somebody who comes from the provider&apos;s portal is asked to begin at the app. A response that nobody asked for is easier to plant on somebody.</source>
        <translation>Sonst wird, wer aus dem Portal des Anbieters kommt, gebeten, in der App zu beginnen. Eine Antwort, um die niemand gebeten hat, lässt sich jemandem leichter unterschieben.</translation>
    </message>
    <message>
        <source>The address is a query responder&apos;s (MDQ)</source>
        <translation>Die Adresse ist die eines Abfragedienstes (MDQ)</translation>
    </message>
    <message>
        <source>Without metadata only, as the two below: what is given here comes before it. Of an aggregate or a query it says whose metadata is meant.</source>
        <translation>Nur ohne Metadaten, wie die beiden darunter: was hier steht, geht ihnen vor. Bei einer Sammlung oder Abfrage sagt sie, wessen Metadaten gemeint sind.</translation>
    </message>
    <message>
        <source>Metadata signed by</source>
        <translation>Metadaten signiert von</translation>
    </message>
    <message>
        <source>Certificates got by another way, of a federation for instance: without a signature by one of them no metadata is taken. Empty: it needs none.</source>
        <translation>Zertifikate, die auf anderem Weg kamen, etwa die einer Föderation: ohne Signatur durch eines davon werden keine Metadaten übernommen. Leer: es braucht keine.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>The metadata is asked for by the entity ID below that address.</source>
        <translation>Die Metadaten werden unter dieser Adresse nach der Entity-ID erfragt.</translation>
    </message>
</context>
<context>
    <name>ConnectionModel</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Last failed</source>
        <translation>Zuletzt Fehler</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Issuer</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>ConnectionStrip</name>
    <message>
        <source>Connect again …</source>
        <translation>Neu verbinden …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Try again to reach the broker</source>
        <translation>Erneut versuchen, den Broker zu erreichen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>The broker</source>
        <translation>Der Broker</translation>
    </message>
    <message>
        <source>%1 does not accept the token any more. What you see was read before.</source>
        <translation>%1 nimmt das Token nicht mehr an. Was Sie sehen, wurde vorher gelesen.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2 It is asked again every few seconds.</source>
        <translation>%1 antwortet nicht: %2 Alle paar Sekunden wird erneut angefragt.</translation>
    </message>
</context>
<context>
    <name>ConnectionWizard</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Keep it off</source>
        <translation>Aus lassen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>Identitätsanbieter verbinden</translation>
    </message>
    <message>
        <source>Try the provider stage by stage (Ctrl+T)</source>
        <translation>Den Anbieter Schritt für Schritt prüfen (Strg+T)</translation>
    </message>
    <message>
        <source>Forget what was entered here</source>
        <translation>Die Eingaben hier vergessen</translation>
    </message>
    <message>
        <source>Back to the list; what was entered is kept</source>
        <translation>Zurück zur Liste; die Eingaben bleiben erhalten</translation>
    </message>
    <message>
        <source>Company sign-in</source>
        <translation>Firmenanmeldung</translation>
    </message>
    <message>
        <source>Saved switched off, draft kept</source>
        <translation>Ausgeschaltet gespeichert, Entwurf behalten</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>%1 is on: people can sign in with it.</source>
        <translation>%1 ist eingeschaltet: Die Anmeldung damit ist jetzt möglich.</translation>
    </message>
    <message>
        <source>%1 is connected, and off.</source>
        <translation>%1 ist verbunden und ausgeschaltet.</translation>
    </message>
    <message>
        <source>Another provider has this name.</source>
        <translation>Ein anderer Anbieter hat bereits diesen Namen.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>dem Anbieter</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Give to %1</source>
        <translation>Bei %1 eintragen</translation>
    </message>
    <message>
        <source>Get from %1</source>
        <translation>Von %1 holen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Map and finish</source>
        <translation>Zuordnen und abschließen</translation>
    </message>
    <message>
        <source>Step %1 of 5: %2, %3</source>
        <translation>Schritt %1 von 5: %2, %3</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>Wählen Sie zuerst einen Anbieter.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>&amp;Next: map and finish</source>
        <translation>&amp;Weiter: zuordnen und abschließen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>A stage did not pass yet.</source>
        <translation>Ein Schritt ist noch nicht bestanden.</translation>
    </message>
    <message>
        <source>Test sign-in in browser</source>
        <translation>Anmeldung im Browser testen</translation>
    </message>
    <message>
        <source>Save it switched off and test sign-in</source>
        <translation>Ausgeschaltet speichern und Anmeldung testen</translation>
    </message>
    <message>
        <source>Trusted for %1 alone.</source>
        <translation>Nur für %1 vertraut.</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Give this to the provider</source>
        <translation>Beim Anbieter eintragen</translation>
    </message>
    <message>
        <source>redirect URI</source>
        <translation>Redirect URI</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test sign-in</source>
        <translation>Anmeldung testen</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>Claim-Zuordnung</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>Where this company&apos;s people prove who they are.</source>
        <translation>Hier weisen die Personen dieses Unternehmens nach, wer sie sind.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>Identitätsanbieter verbinden</translation>
    </message>
    <message>
        <source>Connect an identity provider (Ctrl+N)</source>
        <translation>Identitätsanbieter verbinden (Strg+N)</translation>
    </message>
    <message>
        <source>No identity provider yet. People cannot sign in with their company account.</source>
        <translation>Noch kein Identitätsanbieter. Niemand kann sich mit dem Firmenkonto anmelden.</translation>
    </message>
    <message>
        <source>Try the provider stage by stage (Ctrl+T)</source>
        <translation>Den Anbieter Schritt für Schritt prüfen (Strg+T)</translation>
    </message>
    <message>
        <source>Sign in with a browser; nobody is signed in to anything by it</source>
        <translation>Im Browser anmelden; dabei wird niemand irgendwo wirklich angemeldet</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen, dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>The test of %1 passed.</source>
        <translation>Der Test von %1 ist bestanden.</translation>
    </message>
    <message>
        <source>The test of %1 found a problem.</source>
        <translation>Der Test von %1 hat ein Problem gefunden.</translation>
    </message>
    <message>
        <source>Test the identity provider</source>
        <translation>Identitätsanbieter testen</translation>
    </message>
    <message>
        <source>Delete the identity provider</source>
        <translation>Identitätsanbieter löschen</translation>
    </message>
    <message>
        <source>Select an identity provider to see how it is set up.</source>
        <translation>Wählen Sie einen Identitätsanbieter, um zu sehen, wie er eingerichtet ist.</translation>
    </message>
    <message>
        <source>The set-up of this provider is not finished. What was entered is kept.</source>
        <translation>Die Einrichtung dieses Anbieters ist nicht abgeschlossen. Die Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Continue the set-up</source>
        <translation>Einrichtung fortsetzen</translation>
    </message>
    <message>
        <source>OpenID Connect, %1</source>
        <translation>OpenID Connect, %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Metadata read</source>
        <translation>Metadaten gelesen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The client secret that was typed here is never written down.</source>
        <translation>Das hier eingegebene Client-Secret wird nirgends festgehalten.</translation>
    </message>
    <message>
        <source>Enter it again before you apply.</source>
        <translation>Geben Sie es vor dem Anwenden erneut ein.</translation>
    </message>
    <message>
        <source>Apply the draft first: a sign-in uses what is saved</source>
        <translation>Wenden Sie zuerst den Entwurf an: Eine Anmeldung verwendet, was gespeichert ist</translation>
    </message>
    <message>
        <source>The issuer is now %1, in the draft.</source>
        <translation>Der Issuer ist jetzt %1, im Entwurf.</translation>
    </message>
    <message>
        <source>Its client secret has to be entered again: a kept one goes to no other issuer.</source>
        <translation>Das Client-Secret muss erneut eingegeben werden: Ein gespeichertes geht an keinen anderen Issuer.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete the identity provider %1?</source>
        <translation>Identitätsanbieter %1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) sign in with it</source>
        <translation>
            <numerusform>%n Benutzer meldet sich damit an</numerusform>
            <numerusform>%n Benutzer melden sich damit an</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now</source>
        <translation>
            <numerusform>%n Sitzung endet jetzt</numerusform>
            <numerusform>%n Sitzungen enden jetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) were used through it</source>
        <translation>
            <numerusform>%n App wurde darüber genutzt</numerusform>
            <numerusform>%n Apps wurden darüber genutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n login(s) in the last 24 hours</source>
        <translation>
            <numerusform>%n Anmeldung in den letzten 24 Stunden</numerusform>
            <numerusform>%n Anmeldungen in den letzten 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The people stay. Ctrl+Z connects it again; its client secret has to be entered anew.</source>
        <translation>Die Benutzer bleiben. Strg+Z verbindet ihn wieder; das Client-Secret muss dann neu eingegeben werden.</translation>
    </message>
    <message>
        <source>Rename the identity provider</source>
        <translation>Identitätsanbieter umbenennen</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>Berichtigen Sie zuerst die markierten Felder</translation>
    </message>
    <message>
        <source>Read metadata now</source>
        <translation>Metadaten jetzt lesen</translation>
    </message>
    <message>
        <source>Fetches metadata and keys, whatever is held of them</source>
        <translation>Holt Metadaten und Schlüssel, was auch immer davon vorliegt</translation>
    </message>
    <message>
        <source>Trusted for %1 alone, in the draft.</source>
        <translation>Nur für %1 vertraut, im Entwurf.</translation>
    </message>
    <message>
        <source>Metadata and keys of %1 were read.</source>
        <translation>Metadaten und Schlüssel von %1 wurden gelesen.</translation>
    </message>
    <message>
        <source>SAML 2.0, %1</source>
        <translation>SAML 2.0, %1</translation>
    </message>
    <message>
        <source>ACS URL</source>
        <translation>ACS-URL</translation>
    </message>
    <message>
        <source>New metadata</source>
        <translation>Neue Metadaten</translation>
    </message>
    <message>
        <source>Approve the new metadata</source>
        <translation>Die neuen Metadaten genehmigen</translation>
    </message>
    <message>
        <source>The new metadata of %1 counts from now on.</source>
        <translation>Die neuen Metadaten von %1 gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Check a response</source>
        <translation>Antwort prüfen</translation>
    </message>
    <message>
        <source>Paste a SAML response and see each check of a login</source>
        <translation>Eine SAML-Antwort einfügen und jede Prüfung einer Anmeldung sehen</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>DesktopFeatures</name>
    <message>
        <source>Session bus</source>
        <translation>Sitzungsbus</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>None. The desktop&apos;s colours and notifications cannot be reached.</source>
        <translation>Nicht vorhanden. Farben und Benachrichtigungen des Desktops sind nicht erreichbar.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>An icon stays there while the window is closed and the broker runs.</source>
        <translation>Solange das Fenster geschlossen ist und der Broker läuft, bleibt dort ein Symbol.</translation>
    </message>
    <message>
        <source>None. Start Gatehouse again to bring a hidden window back.</source>
        <translation>Nicht vorhanden. Starten Sie Gatehouse erneut, um ein verborgenes Fenster zurückzuholen.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>None. What is urgent is under the bell.</source>
        <translation>Nicht vorhanden. Dringendes finden Sie unter der Glocke.</translation>
    </message>
    <message>
        <source>What is urgent is said on the desktop too, at most once an hour for each matter.</source>
        <translation>Dringendes wird auch auf dem Desktop gemeldet, je Anlass höchstens einmal pro Stunde.</translation>
    </message>
    <message>
        <source>Light or dark by the desktop</source>
        <translation>Hell oder dunkel wie der Desktop</translation>
    </message>
    <message>
        <source>No portal. The desktop&apos;s own palette decides; choose under Appearance.</source>
        <translation>Kein Portal. Es gilt die Farbpalette des Desktops; wählen Sie unter „Darstellung“.</translation>
    </message>
    <message>
        <source>Followed as it changes.</source>
        <translation>Änderungen werden sofort übernommen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>None. Only what runs on this computer can be reached.</source>
        <translation>Keines. Nur was auf diesem Computer läuft, ist erreichbar.</translation>
    </message>
</context>
<context>
    <name>DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>(secret)</source>
        <translation>(geheim)</translation>
    </message>
    <message>
        <source>(secret, changed)</source>
        <translation>(geheim, geändert)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>DirectoriesDialog</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Verzeichnisse</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Token erzeugen</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Refuse from now on</source>
        <translation>Ab jetzt abweisen</translation>
    </message>
    <message>
        <source>Directories that provision %1</source>
        <translation>Verzeichnisse, die %1 versorgen</translation>
    </message>
    <message>
        <source>Address to enter at the directory</source>
        <translation>Adresse, die im Verzeichnis einzutragen ist</translation>
    </message>
    <message>
        <source>No directory provisions this tenant yet.</source>
        <translation>Noch kein Verzeichnis versorgt diesen Mandanten.</translation>
    </message>
    <message>
        <source>A new token; the old one counts for another day</source>
        <translation>Ein neues Token; das alte gilt noch einen Tag</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Let another directory provision</source>
        <translation>Ein weiteres Verzeichnis zulassen</translation>
    </message>
    <message>
        <source>The tenant&apos;s only provider</source>
        <translation>Der einzige Anbieter des Mandanten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What it is called here, such as Entra ID.</source>
        <translation>Wie es hier heißt, zum Beispiel Entra ID.</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Whose people it brings: who signs in there is found by name and external id.</source>
        <translation>Wessen Personen es bringt: Wer sich dort anmeldet, wird über Namen und externe ID gefunden.</translation>
    </message>
    <message>
        <source>%1 proves itself with it. It is shown this once and kept nowhere: enter it at the directory, with the address above.</source>
        <translation>%1 weist sich damit aus. Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt: Tragen Sie es mit der Adresse oben im Verzeichnis ein.</translation>
    </message>
</context>
<context>
    <name>DomainCheck</name>
    <message>
        <source>Verified: people with an address there are led here.</source>
        <translation>Bestätigt: Wer dort eine Adresse hat, wird hierher geführt.</translation>
    </message>
    <message>
        <source>This tenant has not claimed the domain. Typing an address there will not lead people to this provider.</source>
        <translation>Dieser Mandant hat die Domain nicht angemeldet. Wer eine Adresse dort eingibt, wird nicht zu diesem Anbieter geführt.</translation>
    </message>
    <message>
        <source>Nobody has verified the domain yet. Typing an address there will not lead people to this provider.</source>
        <translation>Die Domain hat noch niemand bestätigt. Wer eine Adresse dort eingibt, wird nicht zu diesem Anbieter geführt.</translation>
    </message>
    <message>
        <source>Claim the domain</source>
        <translation>Domain anmelden</translation>
    </message>
    <message>
        <source>Verify the domain</source>
        <translation>Domain bestätigen</translation>
    </message>
</context>
<context>
    <name>DomainList</name>
    <message>
        <source>Claim domain</source>
        <translation>Domain eintragen</translation>
    </message>
    <message>
        <source>company.com</source>
        <translation>firma.de</translation>
    </message>
    <message>
        <source>Domain to claim</source>
        <translation>Neue Domain</translation>
    </message>
    <message>
        <source>People with an address on a verified domain are led to this tenant&apos;s identity provider. A domain belongs to one tenant only.</source>
        <translation>Wer eine Adresse in einer bestätigten Domain hat, wird zum Identitätsanbieter dieses Mandanten geleitet. Eine Domain gehört immer nur zu einem Mandanten.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Vouched for by an owner, %1</source>
        <translation>Durch einen Inhaber verbürgt, %1</translation>
    </message>
    <message>
        <source>Proven by DNS, %1</source>
        <translation>Per DNS nachgewiesen, %1</translation>
    </message>
    <message>
        <source>Publish this TXT record at %1, then verify:</source>
        <translation>Veröffentlichen Sie diesen TXT-Eintrag unter %1 und lassen Sie ihn dann prüfen:</translation>
    </message>
    <message>
        <source>TXT record of %1</source>
        <translation>TXT-Eintrag von %1</translation>
    </message>
    <message>
        <source>Verify by DNS</source>
        <translation>Per DNS prüfen</translation>
    </message>
    <message>
        <source>Verify %1 by DNS</source>
        <translation>%1 per DNS prüfen</translation>
    </message>
    <message>
        <source>I vouch for it</source>
        <translation>Ich bürge dafür</translation>
    </message>
    <message>
        <source>Vouch for %1</source>
        <translation>Für %1 bürgen</translation>
    </message>
    <message>
        <source>Owners only. Marks the domain verified without DNS; the log says who did.</source>
        <translation>Nur für Inhaber. Bestätigt die Domain ohne DNS; das Protokoll hält fest, wer es war.</translation>
    </message>
    <message>
        <source>Claimed %1. Prove it next.</source>
        <translation>%1 ist eingetragen. Als Nächstes folgt der Nachweis.</translation>
    </message>
    <message>
        <source>%1 is verified.</source>
        <translation>%1 ist bestätigt.</translation>
    </message>
    <message>
        <source>The TXT record of %1 is not there yet.</source>
        <translation>Der TXT-Eintrag von %1 ist noch nicht zu finden.</translation>
    </message>
    <message>
        <source>Gave %1 up.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>DurationField</name>
    <message>
        <source>for example 12 h, 30 min, 7 days</source>
        <translation>zum Beispiel 12 h, 30 min, 7 days</translation>
    </message>
</context>
<context>
    <name>ElementModel</name>
    <message>
        <source>%1, several</source>
        <translation>%1, mehrere</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Address (URI)</source>
        <translation>Adresse (URI)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>EmbeddedBroker</name>
    <message>
        <source>No passphrase was given. The data stays locked.</source>
        <translation>Keine Passphrase angegeben. Die Daten bleiben gesperrt.</translation>
    </message>
    <message>
        <source>The data in %1 is encrypted, and the system&apos;s keychain does not have its key. Restore the keychain entry, or start with another --data-dir.</source>
        <translation>Die Daten in %1 sind verschlüsselt, und im Schlüsselbund des Systems fehlt der Schlüssel dazu. Stellen Sie den Eintrag im Schlüsselbund wieder her oder starten Sie mit einem anderen --data-dir.</translation>
    </message>
    <message>
        <source>The data directory cannot be used: %1</source>
        <translation>Das Datenverzeichnis ist nicht nutzbar: %1</translation>
    </message>
    <message>
        <source>The key does not open this data directory.</source>
        <translation>Der Schlüssel öffnet dieses Datenverzeichnis nicht.</translation>
    </message>
    <message>
        <source>Another process uses this data directory (%1). Stop it, or attach to it with --connect.</source>
        <translation>Ein anderer Prozess nutzt dieses Datenverzeichnis (%1). Beenden Sie ihn oder verbinden Sie sich über --connect mit ihm.</translation>
    </message>
    <message>
        <source>The broker&apos;s address is taken (%1). Stop what listens there, or choose another with --listen.</source>
        <translation>Die Adresse des Brokers ist belegt (%1). Beenden Sie den Prozess, der dort lauscht, oder wählen Sie mit --listen eine andere.</translation>
    </message>
    <message>
        <source>The broker did not start: %1 %2</source>
        <translation>Der Broker ist nicht gestartet: %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What is this? (F1)</source>
        <translation>Was ist das? (F1)</translation>
    </message>
    <message>
        <source>Help on this list</source>
        <translation>Hilfe zu dieser Liste</translation>
    </message>
</context>
<context>
    <name>EndAccessDialog</name>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Answered %1, is asked again</source>
        <translation>Antwortete %1, wird wieder gefragt</translation>
    </message>
    <message>
        <source>No answer, is asked again</source>
        <translation>Keine Antwort, wird wieder gefragt</translation>
    </message>
    <message>
        <source>Is being told</source>
        <translation>Wird benachrichtigt</translation>
    </message>
    <message>
        <source>What the apps answered</source>
        <translation>Was die Apps geantwortet haben</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>Counts no longer, until they are activated again: groups %1; roles %2.</source>
        <translation>Zählt nicht mehr, bis zur Aktivierung: Gruppen %1; Rollen %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Counting sessions</source>
        <translation>Sitzungen werden gezählt</translation>
    </message>
    <message>
        <source>How many sessions end cannot be said: %1</source>
        <translation>Wie viele Sitzungen enden, ist nicht zu sagen: %1</translation>
    </message>
    <message>
        <source>They are signed in nowhere.</source>
        <translation>Nirgends angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions end, with all tokens.</source>
        <translation>
            <numerusform>%Ln Sitzung endet, mit allen Tokens.</numerusform>
            <numerusform>%Ln Sitzungen enden, mit allen Tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>Told at once: %1</source>
        <translation>Sofort benachrichtigt: %1</translation>
    </message>
    <message>
        <source>Not told, for want of a back-channel logout address; their tokens are refused at once: %1</source>
        <translation>Nicht benachrichtigt, da ohne Back-Channel-Logout-Adresse; ihre Tokens werden sofort abgelehnt: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A deleted app</source>
        <translation>Eine gelöschte App</translation>
    </message>
</context>
<context>
    <name>EntriesField</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>PRESENTING</source>
        <translation>PRÄSENTATION</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>SUSPENDED</source>
        <translation>GESPERRT</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of this message</source>
        <translation>Details zu dieser Meldung</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Reference %1</source>
        <translation>Referenz %1</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Has it</source>
        <translation>Hat ihn</translation>
    </message>
    <message>
        <source>Last fetch</source>
        <translation>Letzter Abruf</translation>
    </message>
    <message>
        <source>How that is known</source>
        <translation>Woher man das weiß</translation>
    </message>
</context>
<context>
    <name>ExpiryCard</name>
    <message>
        <source>Your role does not see what expires.</source>
        <translation>Ihre Rolle darf nicht sehen, was abläuft.</translation>
    </message>
    <message>
        <source>What expires</source>
        <translation>Was abläuft</translation>
    </message>
    <message>
        <source>Nothing that the broker knows of expires in the next %1 days.</source>
        <translation>In den nächsten %1 Tagen läuft nichts ab, was der Broker kennt.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Als Nächstes: %1.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Ereignisse zu %1</translation>
    </message>
    <message>
        <source>TLS certificate %1</source>
        <translation>TLS-Zertifikat %1</translation>
    </message>
    <message>
        <source>The old secret of %1</source>
        <translation>Das alte Secret von %1</translation>
    </message>
    <message>
        <source>The service %1</source>
        <translation>Der Dienst %1</translation>
    </message>
    <message>
        <source>Ask its owner whether it is still needed; then set a later expiresAt.</source>
        <translation>Frag den Verantwortlichen, ob er noch gebraucht wird; dann setze ein späteres expiresAt.</translation>
    </message>
    <message>
        <source>Admin token “%1”</source>
        <translation>Admin-Token „%1“</translation>
    </message>
    <message>
        <source>%1 has expired (%2)</source>
        <translation>%1 ist abgelaufen (%2)</translation>
    </message>
    <message>
        <source>%1 expires within a day (%2)</source>
        <translation>%1 läuft binnen eines Tages ab (%2)</translation>
    </message>
    <message>
        <source>%1 expires in one day (%2)</source>
        <translation>%1 läuft in einem Tag ab (%2)</translation>
    </message>
    <message>
        <source>%1 expires in %2 days (%3)</source>
        <translation>%1 läuft in %2 Tagen ab (%3)</translation>
    </message>
    <message>
        <source>Put a new one in its file; the broker reads it by itself.</source>
        <translation>Legen Sie ein neues in derselben Datei ab; der Broker liest es von selbst ein.</translation>
    </message>
    <message>
        <source>Give the app its new secret before then.</source>
        <translation>Hinterlegen Sie bis dahin das neue Secret in der App.</translation>
    </message>
    <message>
        <source>Make a new one with gatehousectl token create.</source>
        <translation>Erstellen Sie mit gatehousectl token create ein neues.</translation>
    </message>
    <message>
        <source>The signing key of the front door</source>
        <translation>Der Signaturschlüssel der gemeinsamen Adresse</translation>
    </message>
    <message>
        <source>The signing key of %1</source>
        <translation>Der Signaturschlüssel von %1</translation>
    </message>
    <message>
        <source>%1 is overdue for rotation (since %2)</source>
        <translation>%1 hätte schon gewechselt werden sollen (seit %2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation within a day (%2)</source>
        <translation>%1 ist binnen eines Tages zu wechseln (%2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation in one day (%2)</source>
        <translation>%1 ist in einem Tag zu wechseln (%2)</translation>
    </message>
    <message>
        <source>%1 is due for rotation in %2 days (%3)</source>
        <translation>%1 ist in %2 Tagen zu wechseln (%3)</translation>
    </message>
    <message>
        <source>It is rotated by the people who run the broker.</source>
        <translation>Ihn wechseln die Leute, die den Broker betreiben.</translation>
    </message>
    <message>
        <source>Rotate it: gatehousectl key rotate --tenant %1</source>
        <translation>Wechseln Sie ihn: gatehousectl key rotate --tenant %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Öffnen: %1</translation>
    </message>
    <message>
        <source>The authority %1 trusted by %2</source>
        <translation>Die Zertifizierungsstelle %1, der %2 vertraut,</translation>
    </message>
    <message>
        <source>The signing certificate of the identity provider %1</source>
        <translation>Das Signaturzertifikat des Identitätsanbieters %1</translation>
    </message>
    <message>
        <source>Add its successor to the connection, or sign-ins through it stop.</source>
        <translation>Fügen Sie der Verbindung die Nachfolgerin hinzu, sonst kann sich niemand mehr darüber anmelden.</translation>
    </message>
    <message>
        <source>Have its administrators publish the next key; Gatehouse reads it by itself.</source>
        <translation>Lassen Sie dessen Administration den nächsten Schlüssel veröffentlichen; Gatehouse liest ihn von selbst.</translation>
    </message>
    <message>
        <source>The metadata of the identity provider %1</source>
        <translation>Die Metadaten des Identitätsanbieters %1</translation>
    </message>
    <message>
        <source>The SAML encryption certificate of %1</source>
        <translation>Das SAML-Verschlüsselungszertifikat von %1</translation>
    </message>
    <message>
        <source>The SAML signing certificate of %1</source>
        <translation>Das SAML-Signaturzertifikat von %1</translation>
    </message>
    <message>
        <source>Paste its current one, or give the address where it is published.</source>
        <translation>Fügen Sie die aktuellen ein, oder geben Sie die Adresse an, an der sie veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Rotate the key, once every provider and app has read the next one from our metadata.</source>
        <translation>Wechseln Sie den Schlüssel, sobald jeder Anbieter und jede App den nächsten aus unseren Metadaten gelesen hat.</translation>
    </message>
    <message>
        <source>The SCIM token “%1” of %2</source>
        <translation>Das SCIM-Token „%1“ von %2</translation>
    </message>
    <message>
        <source>Rotate it with gatehousectl scim-token rotate, and enter the new one at the directory.</source>
        <translation>Erneuere es mit gatehousectl scim-token rotate, und trag das neue beim Verzeichnis ein.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The broker did not answer.</source>
        <translation>Der Broker hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The broker answered with HTTP %1.</source>
        <translation>Der Broker hat mit HTTP %1 geantwortet.</translation>
    </message>
    <message>
        <source>The answer is not what this console expects.</source>
        <translation>Die Antwort ist nicht so, wie diese Konsole sie erwartet.</translation>
    </message>
    <message>
        <source>The broker may be of another version than the console.</source>
        <translation>Der Broker hat vielleicht eine andere Version als die Konsole.</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>The broker refused this (%1).</source>
        <translation>Der Broker hat dies abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Answer %1, code %2</source>
        <translation>Antwort %1, Code %2</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Read it again before you save.</source>
        <translation>Inzwischen hat jemand anderes etwas geändert. Laden Sie den Stand neu, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>The token is not accepted any more. Connect again with a new one.</source>
        <translation>Das Token wird nicht mehr angenommen. Verbinden Sie sich erneut, mit einem neuen Token.</translation>
    </message>
    <message>
        <source>See the marked fields below.</source>
        <translation>Siehe die markierten Felder unten.</translation>
    </message>
    <message>
        <source>It wants a sign-in of the last quarter of an hour. Sign in again by File &gt; Connect, then repeat it.</source>
        <translation>Dies verlangt eine Anmeldung aus der letzten Viertelstunde. Melden Sie sich über Datei &gt; Verbinden neu an und wiederholen Sie es.</translation>
    </message>
</context>
<context>
    <name>FieldProblems</name>
    <message>
        <source>&quot;%1&quot; is no issuer: it is an https address, or spiffe:// and a trust domain.</source>
        <translation>„%1“ ist kein Aussteller: Das ist eine https-Adresse oder spiffe:// mit einer Vertrauensdomäne.</translation>
    </message>
    <message>
        <source>%1: name the subject. Single * may stand for a part of it, but not begin it.</source>
        <translation>%1: Nennen Sie das Subject. Ein einzelnes * darf für einen Teil davon stehen, aber nicht am Anfang.</translation>
    </message>
    <message>
        <source>%1: its subjects begin with %1/</source>
        <translation>%1: Seine Subjects beginnen mit %1/</translation>
    </message>
    <message>
        <source>%1: the address of its keys is needed, the trust domain&apos;s bundle endpoint.</source>
        <translation>%1: Die Adresse seiner Schlüssel wird gebraucht, der Bundle-Endpunkt der Vertrauensdomäne.</translation>
    </message>
    <message>
        <source>%1: its keys are at an https address.</source>
        <translation>%1: Seine Schlüssel liegen unter einer https-Adresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the https address of an authorization server.</source>
        <translation>„%1“ ist nicht die https-Adresse eines Autorisierungsservers.</translation>
    </message>
    <message>
        <source>%1: the client id that the app has there is needed.</source>
        <translation>%1: Die Client-ID, die die App dort hat, wird gebraucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type: it is a name without spaces.</source>
        <translation>„%1“ ist kein Typ: Das ist ein Name ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no member&apos;s name.</source>
        <translation>%1: „%2“ ist kein Name eines Members.</translation>
    </message>
    <message>
        <source>%1: a star stands for nothing. Register each address.</source>
        <translation>%1: Ein Stern ersetzt nichts. Registrieren Sie jede Adresse einzeln.</translation>
    </message>
    <message>
        <source>%1: what follows # never reaches a server. Leave it out.</source>
        <translation>%1: Was auf # folgt, erreicht keinen Server. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>%1 does not begin with https://</source>
        <translation>%1 beginnt nicht mit https://</translation>
    </message>
    <message>
        <source>%1: plain http is for 127.0.0.1 and [::1] alone.</source>
        <translation>%1: Einfaches http ist nur für 127.0.0.1 und [::1] erlaubt.</translation>
    </message>
    <message>
        <source>They belong to machine clients alone.</source>
        <translation>Sie gehören nur zu Maschinen-Clients.</translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation>Sie beginnt mit https://</translation>
    </message>
    <message>
        <source>Is needed: the redirect addresses are of several hosts.</source>
        <translation>Wird benötigt: Die Redirect-Adressen liegen auf mehreren Hosts.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: outcome=failure type=SSOLogin* since:7d</source>
        <translation>Filter: outcome=failure type=SSOLogin* since:7d</translation>
    </message>
    <message>
        <source>Filter the audit log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>How to write a filter</source>
        <translation>So schreiben Sie einen Filter</translation>
    </message>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Remove the condition %1</source>
        <translation>Bedingung %1 entfernen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Save this filter …</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Manage saved filters …</source>
        <translation>Gespeicherte Filter verwalten …</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Its name. A filter that has it already is replaced.</source>
        <translation>Sein Name. Ein Filter, der ihn schon trägt, wird ersetzt.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;How to write a filter&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=4&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;outcome=failure&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;success, failure or denied&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;type=SSOLogin*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;an event; * is any text; several with commas&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;role&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;every event with “role” in its name&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;actor:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;who did it: name, address or id&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;target:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;to whom or what&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;app:&quot;Payroll&quot;&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;sign-ins and tokens of that app; * is any text&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;since:7d until:2026-03-01&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;s, m, h, d, w, or a date (UTC)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;GH-7F3K-92QD&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;the login with that reference&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;-type=Token*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;a minus sign, or !=, excludes&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;So schreiben Sie einen Filter&lt;/b&gt;&lt;/p&gt;&lt;table cellspacing=4&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;outcome=failure&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;success, failure oder denied&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;type=SSOLogin*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;ein Ereignis; * steht für beliebigen Text; mehrere durch Kommas getrennt&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;role&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;jedes Ereignis mit „role“ im Namen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;actor:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;wer es war: Name, Adresse oder ID&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;target:ana&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;wen oder was es betraf&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;app:&quot;Payroll&quot;&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;Anmeldungen und Tokens dieser App; * steht für beliebigen Text&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;since:7d until:2026-03-01&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;s, m, h, d, w oder ein Datum (UTC)&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;GH-7F3K-92QD&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;die Anmeldung mit dieser Referenz&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;tt&gt;-type=Token*&lt;/tt&gt;&lt;/td&gt;&lt;td&gt;ein Minuszeichen oder != schließt aus&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
</context>
<context>
    <name>FilterTable</name>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Show more of %1</source>
        <translation>Mehr anzeigen: %1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
    <message>
        <source>There is one item without the filter.</source>
        <translation>Ohne Filter gibt es einen Eintrag.</translation>
    </message>
    <message>
        <source>%1 items without the filter.</source>
        <translation>Ohne Filter gibt es %1 Einträge.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1, with a manifest beside it.</source>
        <translation>Nach %1 exportiert, mit einem Manifest daneben.</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>Der Export konnte nicht geschrieben werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishPage</name>
    <message>
        <source>Sign-in would be refused</source>
        <translation>Anmeldung würde abgelehnt</translation>
    </message>
    <message>
        <source>User will be created</source>
        <translation>Benutzer wird angelegt</translation>
    </message>
    <message>
        <source>User will be matched</source>
        <translation>Benutzer wird erkannt</translation>
    </message>
    <message>
        <source>What a sign-in comes to</source>
        <translation>Was eine Anmeldung ergibt</translation>
    </message>
    <message>
        <source>Open mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>It is visible to nobody until you enable it. Whatever you do here can be taken back with Ctrl+Z.</source>
        <translation>Der Anbieter bleibt für alle unsichtbar, bis Sie ihn aktivieren. Was Sie hier tun, können Sie mit Strg+Z zurücknehmen.</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>On the button of the sign-in page.</source>
        <translation>Auf der Schaltfläche der Anmeldeseite.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Lower case, digits, hyphens; apps see it as idp.</source>
        <translation>Kleinbuchstaben, Ziffern, Bindestriche; Apps sehen ihn als idp.</translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>Noch keine Claims</translation>
    </message>
    <message>
        <source>Make a test sign-in on the page before, and what comes of its claims is shown here.</source>
        <translation>Führen Sie auf der vorigen Seite eine Testanmeldung durch; hier sehen Sie dann, was sich aus ihren Claims ergibt.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>%1 (not used)</source>
        <translation>%1 (ungenutzt)</translation>
    </message>
    <message>
        <source>%1 asked, %2 got</source>
        <translation>%1 verlangt, %2 erhalten</translation>
    </message>
    <message>
        <source>Who is led here</source>
        <translation>Wer hierher geführt wird</translation>
    </message>
    <message>
        <source>Domains of this provider</source>
        <translation>Domains dieses Anbieters</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The first sign-in binds this account to the person for good: no other account, with the same address or not, is taken for it.</source>
        <translation>Die erste Anmeldung bindet dieses Konto für immer an die Person: Kein anderes Konto, ob mit derselben Adresse oder nicht, wird dafür gehalten.</translation>
    </message>
    <message>
        <source>This account is bound to the person.</source>
        <translation>Dieses Konto ist an die Person gebunden.</translation>
    </message>
</context>
<context>
    <name>FlowDetail</name>
    <message>
        <source>Nothing was checked yet: the answer of the identity provider has not arrived.</source>
        <translation>Noch wurde nichts geprüft: Die Antwort des Identitätsanbieters steht aus.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>Parts of the sign-in</source>
        <translation>Teile der Anmeldung</translation>
    </message>
    <message>
        <source>The messages of this sign-in are not kept (any more). Its checks are.</source>
        <translation>Die Nachrichten dieser Anmeldung sind nicht (mehr) gespeichert, wohl aber ihre Prüfungen.</translation>
    </message>
    <message>
        <source>Messages (%1)</source>
        <translation>Nachrichten (%1)</translation>
    </message>
    <message>
        <source>Checks (%1 of %2 failed)</source>
        <translation>Prüfungen (%1 von %2 nicht bestanden)</translation>
    </message>
    <message>
        <source>Checks (%1)</source>
        <translation>Prüfungen (%1)</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Provider, app</source>
        <translation>Anbieter, App</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>FlowModel</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>%1 UTC, %2 local time (%3)</source>
        <translation>%1 UTC, %2 Ortszeit (%3)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <translation>%1 %2 h</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>&amp;Connect …</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>&amp;Open a file …</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Text &amp;normal</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Pr&amp;eferences …</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Text at %1 %</source>
        <translation>Textgröße %1 %</translation>
    </message>
    <message>
        <source>The broker does not accept the token any more. Connect again with a new one.</source>
        <translation>Der Broker nimmt das Token nicht mehr an. Verbinden Sie sich erneut, mit einem neuen Token.</translation>
    </message>
    <message>
        <source>The broker does not answer: %1</source>
        <translation>Der Broker antwortet nicht: %1</translation>
    </message>
    <message>
        <source>No login with the reference %1 is kept here.</source>
        <translation>Eine Anmeldung mit der Referenz %1 ist hier nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Go to or do anything …</source>
        <translation>&amp;Aufrufen oder ausführen …</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Times in local time</source>
        <translation>Zeiten in Ortszeit</translation>
    </message>
    <message>
        <source>Times are in UTC. Press for local time.</source>
        <translation>Die Zeiten sind in UTC. Klicken Sie für Ortszeit.</translation>
    </message>
    <message>
        <source>Times are in local time. Press for UTC.</source>
        <translation>Die Zeiten sind in Ortszeit. Klicken Sie für UTC.</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Action here</source>
        <translation>Aktion hier</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>&amp;Lock the console</source>
        <translation>Konsole &amp;sperren</translation>
    </message>
    <message>
        <source>Ne&amp;xt match</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>%1 as a document to print</source>
        <translation>%1 als Dokument zum Drucken</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>GetPage</name>
    <message>
        <source>&amp;Paste an issuer, an address of metadata or the document itself, or drop a file</source>
        <translation>Issuer, Adresse der Metadaten oder das Dokument selbst &amp;einfügen oder eine Datei hierher ziehen</translation>
    </message>
    <message>
        <source>Issuer, metadata address or document</source>
        <translation>Issuer, Metadatenadresse oder Dokument</translation>
    </message>
    <message>
        <source>Secret in the header (basic)</source>
        <translation>Secret im Header (basic)</translation>
    </message>
    <message>
        <source>Secret in the body (post)</source>
        <translation>Secret im Body (post)</translation>
    </message>
    <message>
        <source>Signed with our key (private_key_jwt)</source>
        <translation>Mit unserem Schlüssel signiert (private_key_jwt)</translation>
    </message>
    <message>
        <source>None (public client, PKCE only)</source>
        <translation>Keiner (öffentlicher Client, nur PKCE)</translation>
    </message>
    <message>
        <source>Exactly as the provider spells it, slash by slash.</source>
        <translation>Genau so, wie der Anbieter ihn schreibt, mit jedem Schrägstrich.</translation>
    </message>
    <message>
        <source>Entra directories</source>
        <translation>Entra-Verzeichnisse</translation>
    </message>
    <message>
        <source>The directory ids that may sign in; needed with {tenantid} in the issuer.</source>
        <translation>Die IDs der Verzeichnisse, aus denen man sich anmelden darf; nötig, wenn {tenantid} im Issuer steht.</translation>
    </message>
    <message>
        <source>We prove ourselves by</source>
        <translation>Unser Nachweis</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again.</source>
        <translation>Wird verschlüsselt gespeichert und nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Ask for level</source>
        <translation>Stufe verlangen</translation>
    </message>
    <message>
        <source>Authentication levels (acr) to ask for; empty: none.</source>
        <translation>Stufen der Authentifizierung (acr), die verlangt werden; leer: keine.</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>People with these addresses are led here. They must be verified for the tenant.</source>
        <translation>Wer eine dieser Adressen hat, wird hierher geleitet. Die Domains müssen für den Mandanten bestätigt sein.</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <translation>Aus %1: %2</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>Zum Beispiel %1</translation>
    </message>
    <message>
        <source>scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>our proof</source>
        <translation>unser Nachweis</translation>
    </message>
    <message>
        <source>%1 From metadata: %2.</source>
        <translation>%1 Aus den Metadaten: %2.</translation>
    </message>
    <message>
        <source>This file cannot be read, or is larger than 1 MiB.</source>
        <translation>Diese Datei ist nicht lesbar oder größer als 1 MiB.</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Vertraute Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Besides the system&apos;s, and for this provider alone.</source>
        <translation>Neben denen des Systems und nur für diesen Anbieter.</translation>
    </message>
    <message>
        <source>Entity ID: %1</source>
        <translation>Entity-ID: %1</translation>
    </message>
    <message>
        <source>SSO URL: %1</source>
        <translation>SSO-URL: %1</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>Zertifikat: %1</translation>
    </message>
    <message>
        <source>&amp;Paste an address of metadata, the document itself or a certificate, or drop a file</source>
        <translation>Eine Adresse von Metadaten, das Dokument selbst oder ein Zertifikat &amp;einfügen, oder eine Datei ablegen</translation>
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
        <translation>alle Werte als Text</translation>
    </message>
    <message>
        <source>Give this to %1</source>
        <translation>Bei %1 eintragen</translation>
    </message>
    <message>
        <source>Where in %1?</source>
        <translation>Wo in %1?</translation>
    </message>
    <message>
        <source>Application type: web. Scopes to allow: %1</source>
        <translation>Anwendungstyp: Web. Zu erlaubende Scopes: %1</translation>
    </message>
    <message>
        <source>Register Gatehouse at %1 as a web application (OpenID Connect, authorization code with PKCE):</source>
        <translation>Registrieren Sie Gatehouse bei %1 als Webanwendung (OpenID Connect, Authorization Code mit PKCE):</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Alles als Text kopieren</translation>
    </message>
    <message>
        <source>This broker answers at %1, which only this machine can reach. Signing in with a browser on this machine works. What the provider sends by itself (provisioning, security events, logout behind the browser&apos;s back) needs a public https address.</source>
        <translation>Dieser Broker antwortet unter %1, und diese Adresse ist nur von diesem Rechner aus erreichbar. Die Anmeldung mit einem Browser auf diesem Rechner funktioniert. Was der Anbieter von sich aus sendet (Provisionierung, Sicherheitsereignisse, Abmeldung am Browser vorbei), braucht eine öffentliche https-Adresse.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
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
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Register Gatehouse at %1 as a service provider (SAML 2.0):</source>
        <translation>Gatehouse bei %1 als Service Provider eintragen (SAML 2.0):</translation>
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
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Only administrators change it</source>
        <translation>Nur Administratoren ändern sie</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Rollen</translation>
    </message>
    <message>
        <source>Everybody in the group has them, and whoever is in a group within it.</source>
        <translation>Alle in der Gruppe haben sie, auch wer in einer Gruppe darin ist.</translation>
    </message>
    <message>
        <source>Directories and sign-ins are refused who comes and goes.</source>
        <translation>Verzeichnisse und Anmeldungen dürfen niemanden aufnehmen oder herausnehmen.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>Wird gebraucht.</translation>
    </message>
    <message>
        <source>Gain a role: %1.</source>
        <translation>Bekommen eine Rolle: %1.</translation>
    </message>
    <message>
        <source>Lose a role: %1.</source>
        <translation>Verlieren eine Rolle: %1.</translation>
    </message>
    <message>
        <source>Nobody&apos;s roles change by it.</source>
        <translation>Niemandes Rollen ändern sich dadurch.</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>Gibt Rollen</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht von</translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Personen hinzufügen…</translation>
    </message>
    <message>
        <source>Add groups…</source>
        <translation>Gruppen hinzufügen…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>People together, and the roles that they have because of it.</source>
        <translation>Personen zusammen, und die Rollen, die sie dadurch haben.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>No group yet. Directories bring theirs, sign-ins can, and you can make one.</source>
        <translation>Noch keine Gruppe. Verzeichnisse bringen ihre mit, Anmeldungen können es, und Sie können eine anlegen.</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>Gruppe anlegen</translation>
    </message>
    <message>
        <source>Nobody is in this group.</source>
        <translation>Niemand ist in dieser Gruppe.</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the group</source>
        <translation>Teile der Gruppe</translation>
    </message>
    <message>
        <source>Delete this group</source>
        <translation>Diese Gruppe löschen</translation>
    </message>
    <message>
        <source>Select a group to see who is in it and what it gives.</source>
        <translation>Wählen Sie eine Gruppe, um zu sehen, wer darin ist und was sie gibt.</translation>
    </message>
    <message>
        <source>People can be added once it is there.</source>
        <translation>Personen können hinzukommen, sobald es sie gibt.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>People in it</source>
        <translation>Personen darin</translation>
    </message>
    <message>
        <source>Without those of the groups within it</source>
        <translation>Ohne die der Gruppen darin</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>Gibt Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht von</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>Berichtigen Sie zuerst die markierten Felder</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen und dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Delete the group %1?</source>
        <translation>Die Gruppe %1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are in it no longer.</source>
        <translation>
            <numerusform>%Ln Person ist nicht mehr darin.</numerusform>
            <numerusform>%Ln Personen sind nicht mehr darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>They lose the roles that it gives: %1.</source>
        <translation>Sie verlieren die Rollen, die sie gibt: %1.</translation>
    </message>
    <message>
        <source>Deleted the group %1.</source>
        <translation>Gruppe %1 gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people came into the group.</source>
        <translation>
            <numerusform>%Ln Person kam in die Gruppe.</numerusform>
            <numerusform>%Ln Personen kamen in die Gruppe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are out of the group.</source>
        <translation>
            <numerusform>%Ln Person ist aus der Gruppe heraus.</numerusform>
            <numerusform>%Ln Personen sind aus der Gruppe heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Whoever is in it belongs to this group as well now.</source>
        <translation>Wer darin ist, gehört jetzt auch zu dieser Gruppe.</translation>
    </message>
    <message>
        <source>The group is within this one no longer.</source>
        <translation>Die Gruppe ist nicht mehr in dieser.</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>In memory only: the data of this demo ends with it.</source>
        <translation>Nur im Speicher: Die Daten dieser Vorführung enden mit ihr.</translation>
    </message>
    <message>
        <source>In the file master.key beside the data.</source>
        <translation>In der Datei master.key neben den Daten.</translation>
    </message>
    <message>
        <source>In the keychain (%1). Who is signed in to this desktop can open the data.</source>
        <translation>Im Schlüsselbund (%1). Wer an diesem Desktop angemeldet ist, kann die Daten öffnen.</translation>
    </message>
    <message>
        <source>Nowhere: your passphrase makes it (Argon2id). Nobody can restore it.</source>
        <translation>Nirgends: Ihre Passphrase erzeugt ihn (Argon2id). Niemand kann ihn wiederherstellen.</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>Schlüssel der Daten</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>%1: keys and tokens are kept there.</source>
        <translation>%1: Schlüssel und Tokens werden dort aufbewahrt.</translation>
    </message>
    <message>
        <source>None. A passphrase opens the data, and tokens are asked for each time.</source>
        <translation>Keiner. Eine Passphrase öffnet die Daten, und Tokens werden jedes Mal erfragt.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>%1 – Gatehouse Help</source>
        <translation>%1 – Gatehouse-Hilfe</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Open the object</source>
        <translation>Objekt öffnen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Every change, by whom, and what was before. Each can be taken back.</source>
        <translation>Jede Änderung, von wem sie stammt und was vorher war. Jede lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. What you apply appears here.</source>
        <translation>Noch wurde nichts geändert. Was Sie anwenden, erscheint hier.</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Diese Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Makes a draft that puts back what was before; you look at it before it is applied</source>
        <translation>Legt einen Entwurf an, der den vorigen Stand wiederherstellt; Sie sehen ihn, bevor er angewendet wird</translation>
    </message>
    <message>
        <source>Select a change to see what it did.</source>
        <translation>Wählen Sie eine Änderung, um zu sehen, was sie bewirkt hat.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Log record</source>
        <translation>Protokolleintrag</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>It is already as it was before this change.</source>
        <translation>Es ist schon alles so wie vor dieser Änderung.</translation>
    </message>
    <message>
        <source>Take back …</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Open the identity providers</source>
        <translation>Identitätsanbieter öffnen</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Is it running, is anything about to break, what went wrong.</source>
        <translation>Ob alles läuft, ob etwas auszufallen droht und was schiefging.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>sign-ins today</source>
        <translation>Anmeldungen heute</translation>
    </message>
    <message>
        <source>refused today</source>
        <translation>heute abgelehnt</translation>
    </message>
    <message>
        <source>p95 of a login</source>
        <translation>p95 einer Anmeldung</translation>
    </message>
    <message>
        <source>sessions open</source>
        <translation>offene Sitzungen</translation>
    </message>
    <message>
        <source>Why, last 24 hours</source>
        <translation>Warum, letzte 24 Stunden</translation>
    </message>
    <message>
        <source>What expires could not be read: %1</source>
        <translation>Was abläuft, konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2; the broker&apos;s share of whole logins in the last hour</source>
        <translation>p50 %1, p99 %2; Anteil des Brokers an vollständigen Anmeldungen der letzten Stunde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>No sign-in was refused in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden wurde keine Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln Mandant</numerusform>
            <numerusform>%Ln Mandanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identity provider(s)</source>
        <translation>
            <numerusform>%Ln Identitätsanbieter</numerusform>
            <numerusform>%Ln Identitätsanbieter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln App</numerusform>
            <numerusform>%Ln Apps</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Show the logins that failed with %1</source>
        <translation>Anmeldungen zeigen, die mit %1 scheiterten</translation>
    </message>
</context>
<context>
    <name>HttpTransport</name>
    <message>
        <source>%1 refused the connection on port %2.</source>
        <translation>%1 hat die Verbindung an Port %2 abgelehnt.</translation>
    </message>
    <message>
        <source>No such host: %1.</source>
        <translation>Host nicht gefunden: %1.</translation>
    </message>
    <message>
        <source>No answer from %1 in %2 s.</source>
        <translation>Keine Antwort von %1 innerhalb von %2 s.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>Dem Zertifikat von %1 wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>This is not an address of a broker: %1</source>
        <translation>Das ist keine Adresse eines Brokers: %1</translation>
    </message>
    <message>
        <source>%1 is not an https address. The token would travel in clear.</source>
        <translation>%1 ist keine https-Adresse. Das Token würde unverschlüsselt übertragen.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Leave people who are there already as they are</source>
        <translation>Personen, die es schon gibt, lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum abgelehnt</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>Abgelehnte Zeilen speichern…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import people from a list</source>
        <translation>Personen aus einer Liste importieren</translation>
    </message>
    <message>
        <source>A CSV file in UTF-8, as a spreadsheet or another directory writes it. Its first line names the columns; a user name or an e-mail address says who somebody is. Nothing is written before you have seen what would become of the first rows.</source>
        <translation>Eine CSV-Datei in UTF-8, wie eine Tabelle oder ein anderes Verzeichnis sie schreibt. Ihre erste Zeile nennt die Spalten; ein Benutzername oder eine E-Mail-Adresse sagt, wer jemand ist. Nichts wird geschrieben, bevor Sie gesehen haben, was aus den ersten Zeilen würde.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>Was jede Spalte ist</translation>
    </message>
    <message>
        <source>What would become of the first rows</source>
        <translation>Was aus den ersten Zeilen würde</translation>
    </message>
    <message>
        <source>Rows taken in</source>
        <translation>Übernommene Zeilen</translation>
    </message>
    <message>
        <source>%v of %m rows</source>
        <comment>progress: %v and %m are numbers</comment>
        <translation>%v von %m Zeilen</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Listen (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>attribute “%1”</source>
        <translation>Attribut „%1“</translation>
    </message>
    <message>
        <source>What the column %1 is</source>
        <translation>Was die Spalte %1 ist</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile importieren</numerusform>
            <numerusform>%Ln Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>No column says who somebody is: one has to be userName or email.</source>
        <translation>Keine Spalte sagt, wer jemand ist: eine muss userName oder email sein.</translation>
    </message>
    <message>
        <source>Of the first %1: %2 new, %3 changed, %4 the same, %5 refused. Nothing is written yet.</source>
        <translation>Von den ersten %1: %2 neu, %3 geändert, %4 gleich, %5 abgelehnt. Noch ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays; Go on takes in the rest.</source>
        <translation>Angehalten. Übernommenes bleibt; Weiter übernimmt den Rest.</translation>
    </message>
    <message>
        <source>Not all was taken in. Go on takes in the rest.</source>
        <translation>Nicht alles wurde übernommen. Weiter übernimmt den Rest.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 the same, %4 left alone, %5 refused.</source>
        <translation>%1 neu, %2 geändert, %3 gleich, %4 belassen, %5 abgelehnt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Abgelehnte Zeilen speichern</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Listen (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>The file is larger than 64 MB. Split it.</source>
        <translation>Die Datei ist größer als 64 MB. Teilen Sie sie.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as CSV UTF-8.</source>
        <translation>Die Datei ist nicht in UTF-8. Speichern Sie sie als CSV UTF-8.</translation>
    </message>
    <message>
        <source>This is no CSV: %1.</source>
        <translation>Das ist kein CSV: %1.</translation>
    </message>
    <message>
        <source>The file has no rows. Its first line names the columns.</source>
        <translation>Die Datei hat keine Zeilen. Ihre erste Zeile nennt die Spalten.</translation>
    </message>
</context>
<context>
    <name>JsonEdit</name>
    <message>
        <source>this must be an object, in braces</source>
        <translation>hier muss ein Objekt in geschweiften Klammern stehen</translation>
    </message>
    <message>
        <source>a text without its closing quote</source>
        <translation>ein Text ohne schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>a colon is missing after a name</source>
        <translation>nach einem Namen fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>ein Komma fehlt</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>das ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>a closing brace is missing</source>
        <translation>eine schließende geschweifte Klammer fehlt</translation>
    </message>
    <message>
        <source>a closing bracket is missing</source>
        <translation>eine schließende eckige Klammer fehlt</translation>
    </message>
    <message>
        <source>there is more after the end of the object</source>
        <translation>nach dem Ende des Objekts folgt noch etwas</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>KeyDetail</name>
    <message>
        <source>Who has fetched it</source>
        <translation>Wer ihn abgerufen hat</translation>
    </message>
    <message>
        <source>Apps and the key</source>
        <translation>Apps und der Schlüssel</translation>
    </message>
    <message>
        <source>No app proves tokens by these keys.</source>
        <translation>Keine App prüft Tokens mit diesen Schlüsseln.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>May sign from</source>
        <translation>Darf signieren ab</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>Übernimmt</translation>
    </message>
    <message>
        <source>Signs since</source>
        <translation>Signiert seit</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Retires</source>
        <translation>Wird ausgemustert</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausgemustert</translation>
    </message>
    <message>
        <source>Who has fetched %1</source>
        <translation>Wer %1 abgerufen hat</translation>
    </message>
    <message>
        <source>Apps and the key %1</source>
        <translation>Apps und der Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>%1, audit log</source>
        <translation>%1, Audit-Log</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
</context>
<context>
    <name>KeyTimeline</name>
    <message>
        <source>Timeline of the keys</source>
        <translation>Zeitachse der Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktueller</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>jetzt, %1</translation>
    </message>
    <message>
        <source>Next: published, signs nothing. Current: signs. Previous: proves what it signed.</source>
        <translation>Nächster: veröffentlicht, signiert nichts. Aktueller: signiert. Voriger: belegt, was er signiert hat.</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktueller</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausgemustert</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Signs the audit log&apos;s checkpoints, never a token.</source>
        <translation>Signiert die Prüfpunkte des Audit-Logs, nie ein Token.</translation>
    </message>
    <message>
        <source>Takes over by itself: %1.</source>
        <translation>Übernimmt von selbst: %1.</translation>
    </message>
    <message>
        <source>May sign from %1 on; before that not everybody can have fetched it.</source>
        <translation>Darf ab %1 signieren; vorher können ihn nicht alle abgerufen haben.</translation>
    </message>
    <message>
        <source>Everybody can have fetched it. Waits to be made current.</source>
        <translation>Alle können ihn abgerufen haben. Wartet darauf, aktueller Schlüssel zu werden.</translation>
    </message>
    <message>
        <source>Signs since %1.</source>
        <translation>Signiert seit %1.</translation>
    </message>
    <message>
        <source>Proves what it signed, and is retired by itself: %1.</source>
        <translation>Belegt, was er signiert hat, und wird von selbst ausgemustert: %1.</translation>
    </message>
    <message>
        <source>Proves what it signed.</source>
        <translation>Belegt, was er signiert hat.</translation>
    </message>
    <message>
        <source>Retired since %1.</source>
        <translation>Ausgemustert seit %1.</translation>
    </message>
    <message>
        <source>Revoked since %1: what it signed is refused.</source>
        <translation>Widerrufen seit %1: Was er signiert hat, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Has the key</source>
        <translation>Hat den Schlüssel</translation>
    </message>
    <message>
        <source>Only older keys</source>
        <translation>Nur ältere Schlüssel</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Fetched from where this app proves itself</source>
        <translation>Abgerufen von dort, wo diese App sich ausweist</translation>
    </message>
    <message>
        <source>Fetched from where this app and others prove themselves</source>
        <translation>Abgerufen von dort, wo diese App und andere sich ausweisen</translation>
    </message>
    <message>
        <source>Somebody who named this app fetched it</source>
        <translation>Jemand, der diese App nannte, hat ihn abgerufen</translation>
    </message>
    <message>
        <source>Nothing is known. It may verify no tokens, or fetch from elsewhere.</source>
        <translation>Nichts ist bekannt. Vielleicht prüft sie keine Tokens oder ruft von anderswo ab.</translation>
    </message>
    <message>
        <source>Waits to be published to identity providers, by hand.</source>
        <translation>Wartet darauf, den Identitätsanbietern von Hand bekanntgegeben zu werden.</translation>
    </message>
    <message>
        <source>Is in our SAML metadata already. Make it current once every provider has it.</source>
        <translation>Steht schon in unseren SAML-Metadaten. Aktuell machen, sobald jeder Anbieter ihn hat.</translation>
    </message>
    <message>
        <source>Opens what identity providers encrypt to us, since %1.</source>
        <translation>Öffnet, was Identitätsanbieter für uns verschlüsseln, seit %1.</translation>
    </message>
    <message>
        <source>Signs what we ask SAML providers, since %1.</source>
        <translation>Signiert unsere Anfragen an SAML-Anbieter, seit %1.</translation>
    </message>
    <message>
        <source>Opens what is still encrypted to it.</source>
        <translation>Öffnet, was noch für ihn verschlüsselt wird.</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Select a key to see its life and who has fetched it.</source>
        <translation>Wählen Sie einen Schlüssel, um seinen Lebenslauf zu sehen und wer ihn abgerufen hat.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Another algorithm</source>
        <translation>Weiterer Algorithmus</translation>
    </message>
    <message>
        <source>Make current</source>
        <translation>Zum aktuellen machen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ausmustern</translation>
    </message>
    <message>
        <source>Revoke in an emergency</source>
        <translation>Im Notfall widerrufen</translation>
    </message>
    <message>
        <source>In order, not to scale</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>There are no keys: the tenant&apos;s keys are sealed, or gone.</source>
        <translation>Es gibt keine Schlüssel: Die Schlüssel des Mandanten sind versiegelt oder fort.</translation>
    </message>
    <message>
        <source>What tokens are signed with. A new key is published long before it signs.</source>
        <translation>Womit Tokens signiert werden. Ein neuer Schlüssel ist veröffentlicht, lange bevor er signiert.</translation>
    </message>
    <message>
        <source>Sign with a further algorithm, for apps that ask for it</source>
        <translation>Mit einem weiteren Algorithmus signieren, für Apps, die ihn verlangen</translation>
    </message>
    <message>
        <source>The next key takes over as soon as everybody can have fetched it</source>
        <translation>Der nächste Schlüssel übernimmt, sobald alle ihn abgerufen haben können</translation>
    </message>
    <message>
        <source>Rotate signing key</source>
        <translation>Signaturschlüssel wechseln</translation>
    </message>
    <message>
        <source>Sign with %1 too</source>
        <translation>Auch mit %1 signieren</translation>
    </message>
    <message>
        <source>Every algorithm has a key</source>
        <translation>Jeder Algorithmus hat einen Schlüssel</translation>
    </message>
    <message>
        <source>Somebody else has the private key: everything that it signed is refused at once</source>
        <translation>Jemand anderes hat den privaten Schlüssel: Alles, was er signiert hat, wird sofort abgelehnt</translation>
    </message>
    <message>
        <source>Signs checkpoints of the audit log</source>
        <translation>Signiert Prüfpunkte des Audit-Logs</translation>
    </message>
    <message>
        <source>Signs tokens</source>
        <translation>Signiert Tokens</translation>
    </message>
    <message>
        <source>Make current in %1</source>
        <translation>Zum aktuellen machen in %1</translation>
    </message>
    <message>
        <source>Not everybody can have fetched it yet. Press to do it all the same.</source>
        <translation>Noch können ihn nicht alle abgerufen haben. Drücken, um es trotzdem zu tun.</translation>
    </message>
    <message>
        <source>Signs from now on; the current key goes on proving</source>
        <translation>Signiert von jetzt an; der aktuelle Schlüssel belegt weiter</translation>
    </message>
    <message>
        <source>%1 takes over by itself, within a minute of %2. What was signed before stays valid.</source>
        <translation>%1 übernimmt von selbst, binnen einer Minute nach %2. Was vorher signiert wurde, bleibt gültig.</translation>
    </message>
    <message>
        <source>Sign with %1 already?</source>
        <translation>Schon mit %1 signieren?</translation>
    </message>
    <message>
        <source>Sign with it now</source>
        <translation>Jetzt damit signieren</translation>
    </message>
    <message>
        <source>Apps may hold a list of keys without it, and refuse what it signs until they fetch again.</source>
        <translation>Apps haben vielleicht eine Schlüsselliste ohne ihn und lehnen ab, was er signiert, bis sie neu abrufen.</translation>
    </message>
    <message>
        <source>From %1 on nobody can be without it.</source>
        <translation>Ab %1 kann ihn jeder haben.</translation>
    </message>
    <message>
        <source>%1 signs from now on.</source>
        <translation>%1 signiert von jetzt an.</translation>
    </message>
    <message>
        <source>Retire %1?</source>
        <translation>%1 ausmustern?</translation>
    </message>
    <message>
        <source>Retire this key</source>
        <translation>Diesen Schlüssel ausmustern</translation>
    </message>
    <message>
        <source>It is published no more, and what it signed proves nothing any more.</source>
        <translation>Er wird nicht mehr veröffentlicht, und was er signiert hat, gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Tokens that it signed are valid until %1; then it retires by itself.</source>
        <translation>Tokens, die er signiert hat, gelten bis %1; dann wird er von selbst ausgemustert.</translation>
    </message>
    <message>
        <source>Not known to have the current key: %1.</source>
        <translation>Nicht bekannt, dass sie den aktuellen Schlüssel haben: %1.</translation>
    </message>
    <message>
        <source>%1 is retired.</source>
        <translation>%1 ist ausgemustert.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>Revoke this key</source>
        <translation>Diesen Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Everything that it signed is refused from now on.</source>
        <translation>Alles, was er signiert hat, wird von jetzt an abgelehnt.</translation>
    </message>
    <message>
        <source>%1 is revoked; another key signs.</source>
        <translation>%1 ist widerrufen; ein anderer Schlüssel signiert.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n answer(s) with tokens are lost; apps refresh or ask again.</source>
        <translation>
            <numerusform>Höchstens eine Antwort mit Tokens geht verloren; Apps erneuern sie oder fragen neu.</numerusform>
            <numerusform>Höchstens %n Antworten mit Tokens gehen verloren; Apps erneuern sie oder fragen neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) stay, and so do refresh tokens.</source>
        <translation>
            <numerusform>Eine Sitzung bleibt, Refresh-Tokens auch.</numerusform>
            <numerusform>%n Sitzungen bleiben, Refresh-Tokens auch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) have to fetch the keys again.</source>
        <translation>
            <numerusform>Eine App muss die Schlüssel neu abrufen.</numerusform>
            <numerusform>%n Apps müssen die Schlüssel neu abrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new key is made and signs; nobody can have fetched it yet.</source>
        <translation>Ein neuer Schlüssel wird erzeugt und signiert; niemand kann ihn schon abgerufen haben.</translation>
    </message>
    <message>
        <source>%1 signs then.</source>
        <translation>Dann signiert %1.</translation>
    </message>
    <message>
        <source>Whose keys</source>
        <translation>Wessen Schlüssel</translation>
    </message>
    <message>
        <source>This tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>Eingangstür</translation>
    </message>
    <message>
        <source>What tokens of apps for several tenants are signed with</source>
        <translation>Womit Tokens von Apps für mehrere Mandanten signiert werden</translation>
    </message>
</context>
<context>
    <name>LockWindow</name>
    <message>
        <source>The passphrase that opens this broker&apos;s data opens the console again.</source>
        <translation>Die Passphrase, die die Daten dieses Brokers öffnet, öffnet auch die Konsole wieder.</translation>
    </message>
    <message>
        <source>The token that this broker was connected with opens the console again.</source>
        <translation>Das Token, mit dem dieser Broker verbunden wurde, öffnet die Konsole wieder.</translation>
    </message>
    <message>
        <source>Sign in at the broker again to go on.</source>
        <translation>Melden Sie sich wieder beim Broker an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>This keeps glances out, not people: no passphrase opened this console, so none can be asked for. Lock the desktop, too, when you leave.</source>
        <translation>Das hält Blicke ab, nicht Menschen: Keine Passphrase hat diese Konsole geöffnet, also kann auch keine verlangt werden. Sperren Sie auch den Desktop, wenn Sie gehen.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Locked – Gatehouse</source>
        <translation>Gesperrt – Gatehouse</translation>
    </message>
    <message>
        <source>The console is locked</source>
        <translation>Die Konsole ist gesperrt</translation>
    </message>
    <message>
        <source>The broker goes on serving, and your drafts are kept.</source>
        <translation>Der Broker arbeitet weiter, und Ihre Entwürfe bleiben erhalten.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird geprüft …</translation>
    </message>
</context>
<context>
    <name>LoginCharts</name>
    <message>
        <source>Logins, last 24 hours</source>
        <translation>Anmeldungen, letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Logins over the last 24 hours</source>
        <translation>Anmeldungen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>p95 of logins over the last 24 hours</source>
        <translation>p95 der Anmeldungen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Open the logins</source>
        <translation>Anmeldungen öffnen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>goal 800 ms</source>
        <translation>Ziel 800 ms</translation>
    </message>
    <message>
        <source>Nobody signed in during the last 24 hours.</source>
        <translation>In den letzten 24 Stunden hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>%1 % of logins succeeded; the slowest p95 was %2, of 800 ms allowed.</source>
        <translation>%1 % der Anmeldungen waren erfolgreich; der höchste p95 lag bei %2, zulässig sind 800 ms.</translation>
    </message>
    <message>
        <source>24 hours ago</source>
        <translation>vor 24 Stunden</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>LoginMessages</name>
    <message>
        <source>Who asks: the client as it is registered</source>
        <translation>Wer anfragt: der Client, wie er registriert ist</translation>
    </message>
    <message>
        <source>Where the answer is to go; must be registered exactly so</source>
        <translation>Wohin die Antwort gehen soll; muss genau so registriert sein</translation>
    </message>
    <message>
        <source>What is asked for: a code, to be redeemed</source>
        <translation>Was verlangt wird: ein Code, der eingelöst wird</translation>
    </message>
    <message>
        <source>What of the person is asked for</source>
        <translation>Welche Angaben zur Person verlangt werden</translation>
    </message>
    <message>
        <source>Ties the answer to this browser and this attempt</source>
        <translation>Bindet die Antwort an diesen Browser und diesen Versuch</translation>
    </message>
    <message>
        <source>Ties the ID token to this attempt</source>
        <translation>Bindet das ID-Token an diesen Versuch</translation>
    </message>
    <message>
        <source>The code that is redeemed for tokens, once</source>
        <translation>Der Code, der einmalig gegen Token eingelöst wird</translation>
    </message>
    <message>
        <source>Hash of a secret that only the asker can show (PKCE)</source>
        <translation>Hash eines Secrets, das nur der Anfragende vorlegen kann (PKCE)</translation>
    </message>
    <message>
        <source>How that hash was made</source>
        <translation>Wie dieser Hash gebildet wurde</translation>
    </message>
    <message>
        <source>The secret behind the challenge (PKCE)</source>
        <translation>Das Secret hinter der Challenge (PKCE)</translation>
    </message>
    <message>
        <source>What is redeemed</source>
        <translation>Was eingelöst wird</translation>
    </message>
    <message>
        <source>Proof of the client</source>
        <translation>Nachweis des Clients</translation>
    </message>
    <message>
        <source>Proof of the client, signed</source>
        <translation>Nachweis des Clients, signiert</translation>
    </message>
    <message>
        <source>Who probably signs in</source>
        <translation>Wer sich vermutlich anmeldet</translation>
    </message>
    <message>
        <source>Of which company</source>
        <translation>Aus welchem Unternehmen</translation>
    </message>
    <message>
        <source>How strong the sign-in has to be</source>
        <translation>Wie stark die Anmeldung sein muss</translation>
    </message>
    <message>
        <source>How old a sign-in may be, in seconds</source>
        <translation>Wie alt eine Anmeldung sein darf, in Sekunden</translation>
    </message>
    <message>
        <source>Whether to ask the person again, or not at all</source>
        <translation>Ob die Person erneut gefragt wird oder gar nicht</translation>
    </message>
    <message>
        <source>The person&apos;s languages</source>
        <translation>Die Sprachen der Person</translation>
    </message>
    <message>
        <source>Single claims that are asked for</source>
        <translation>Einzelne Claims, die verlangt werden</translation>
    </message>
    <message>
        <source>Who answers; must be who was asked</source>
        <translation>Wer antwortet; muss der Angefragte sein</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum abgelehnt wurde</translation>
    </message>
    <message>
        <source>The same in the provider&apos;s own words</source>
        <translation>Dasselbe in den Worten des Anbieters</translation>
    </message>
    <message>
        <source>The tenant</source>
        <translation>Der Mandant</translation>
    </message>
    <message>
        <source>The identity provider to go to</source>
        <translation>Der Identitätsanbieter, zu dem es weitergeht</translation>
    </message>
    <message>
        <source>Proof of who asks</source>
        <translation>Nachweis, wer anfragt</translation>
    </message>
    <message>
        <source>Ties the attempt to this browser</source>
        <translation>Bindet den Versuch an diesen Browser</translation>
    </message>
    <message>
        <source>What the browser is to keep</source>
        <translation>Was der Browser speichern soll</translation>
    </message>
    <message>
        <source>The other side&apos;s clock</source>
        <translation>Die Uhr der Gegenseite</translation>
    </message>
    <message>
        <source>What kind of answer it is</source>
        <translation>Um welche Art Antwort es sich handelt</translation>
    </message>
    <message>
        <source>The browser</source>
        <translation>Der Browser</translation>
    </message>
    <message>
        <source>Who issued the token</source>
        <translation>Wer das Token ausgestellt hat</translation>
    </message>
    <message>
        <source>The account at the provider; never changes</source>
        <translation>Das Konto beim Anbieter; ändert sich nie</translation>
    </message>
    <message>
        <source>For whom it was made: our client id</source>
        <translation>Für wen es ausgestellt wurde: unsere client id</translation>
    </message>
    <message>
        <source>The client that it was made for</source>
        <translation>Der Client, für den es ausgestellt wurde</translation>
    </message>
    <message>
        <source>Not valid after</source>
        <translation>Nicht gültig nach</translation>
    </message>
    <message>
        <source>Not valid before</source>
        <translation>Nicht gültig vor</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>Wann es ausgestellt wurde</translation>
    </message>
    <message>
        <source>When the person signed in at the provider</source>
        <translation>Wann sich die Person beim Anbieter angemeldet hat</translation>
    </message>
    <message>
        <source>Ties the token to this attempt</source>
        <translation>Bindet das Token an diesen Versuch</translation>
    </message>
    <message>
        <source>How strong the sign-in was</source>
        <translation>Wie stark die Anmeldung war</translation>
    </message>
    <message>
        <source>How the person proved who they are</source>
        <translation>Womit die Person ihre Identität nachgewiesen hat</translation>
    </message>
    <message>
        <source>Ties the token to the access token</source>
        <translation>Bindet das Token an das Zugriffstoken</translation>
    </message>
    <message>
        <source>The session at the provider</source>
        <translation>Die Sitzung beim Anbieter</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Whether the provider has proven the address</source>
        <translation>Ob der Anbieter die Adresse geprüft hat</translation>
    </message>
    <message>
        <source>Name for people</source>
        <translation>Name für die Anzeige</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Name to sign in with; may change</source>
        <translation>Name zum Anmelden; kann sich ändern</translation>
    </message>
    <message>
        <source>Name to sign in with at Microsoft</source>
        <translation>Name zum Anmelden bei Microsoft</translation>
    </message>
    <message>
        <source>Groups at the provider</source>
        <translation>Gruppen beim Anbieter</translation>
    </message>
    <message>
        <source>Roles at the provider</source>
        <translation>Rollen beim Anbieter</translation>
    </message>
    <message>
        <source>The directory at Microsoft</source>
        <translation>Das Verzeichnis bei Microsoft</translation>
    </message>
    <message>
        <source>The Workspace domain at Google</source>
        <translation>Die Workspace-Domain bei Google</translation>
    </message>
    <message>
        <source>How it was signed</source>
        <translation>Wie es signiert wurde</translation>
    </message>
    <message>
        <source>With which key of the provider</source>
        <translation>Mit welchem Schlüssel des Anbieters</translation>
    </message>
    <message>
        <source>What kind of token it is</source>
        <translation>Welche Art Token es ist</translation>
    </message>
    <message>
        <source>Sign-in request</source>
        <translation>Anmeldeanfrage</translation>
    </message>
    <message>
        <source>On to the provider</source>
        <translation>Weiter zum Anbieter</translation>
    </message>
    <message>
        <source>Provider&apos;s answer</source>
        <translation>Antwort des Anbieters</translation>
    </message>
    <message>
        <source>Code for tokens</source>
        <translation>Code gegen Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>Ablehnung</translation>
    </message>
    <message>
        <source>Userinfo request</source>
        <translation>Userinfo-Anfrage</translation>
    </message>
    <message>
        <source>Userinfo</source>
        <translation>Userinfo</translation>
    </message>
    <message>
        <source>Keys, please</source>
        <translation>Schlüsselanfrage</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>Öffentliche Schlüssel</translation>
    </message>
    <message>
        <source>Error page</source>
        <translation>Fehlerseite</translation>
    </message>
    <message>
        <source>Back to the app</source>
        <translation>Zurück zur App</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Anbieter</translation>
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
        <translation>%1 an %2 über den Browser</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, after %4</source>
        <translation>%1, %2, %3, nach %4</translation>
    </message>
    <message>
        <source>taken out, %1 characters</source>
        <translation>entfernt, %1 Zeichen</translation>
    </message>
    <message>
        <source>(the rest was not kept)</source>
        <translation>(Rest nicht gespeichert)</translation>
    </message>
    <message>
        <source>App redeems the code</source>
        <translation>App löst den Code ein</translation>
    </message>
    <message>
        <source>Tokens for the app</source>
        <translation>Token für die App</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>SAML request</source>
        <translation>SAML-Anfrage</translation>
    </message>
    <message>
        <source>SAML response</source>
        <translation>SAML-Antwort</translation>
    </message>
</context>
<context>
    <name>LoginsPanel</name>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Open bundle</source>
        <translation>Paket öffnen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Each sign-in as it happens, message by message.</source>
        <translation>Jede Anmeldung, während sie abläuft, Nachricht für Nachricht.</translation>
    </message>
    <message>
        <source>Open a sign-in bundle from a file</source>
        <translation>Anmeldepaket aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Open a sign-in bundle</source>
        <translation>Anmeldepaket öffnen</translation>
    </message>
    <message>
        <source>Gatehouse bundles (*.ghbundle)</source>
        <translation>Gatehouse-Pakete (*.ghbundle)</translation>
    </message>
    <message>
        <source>Outcome of the logins shown</source>
        <translation>Ergebnis der angezeigten Anmeldungen</translation>
    </message>
    <message>
        <source>Make a sign-in and it appears here, step by step.</source>
        <translation>Melden Sie sich an, und die Anmeldung erscheint hier Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Export this sign-in as a bundle</source>
        <translation>Diese Anmeldung als Paket exportieren</translation>
    </message>
    <message>
        <source>Export this sign-in</source>
        <translation>Diese Anmeldung exportieren</translation>
    </message>
    <message>
        <source>Open the user</source>
        <translation>Benutzer öffnen</translation>
    </message>
    <message>
        <source>Open the identity provider</source>
        <translation>Identitätsanbieter öffnen</translation>
    </message>
    <message>
        <source>Select a login to see what was checked.</source>
        <translation>Wählen Sie eine Anmeldung aus, um zu sehen, was geprüft wurde.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>This sign-in never came to an identity provider.</source>
        <translation>Diese Anmeldung hat keinen Identitätsanbieter erreicht.</translation>
    </message>
    <message>
        <source>There is no good sign-in over this identity provider to compare with.</source>
        <translation>Für diesen Identitätsanbieter gibt es keine erfolgreiche Anmeldung zum Vergleich.</translation>
    </message>
    <message>
        <source>The bundle could not be written: %1.</source>
        <translation>Das Paket konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Exported to %1. It holds no secret and opens in any Gatehouse console.</source>
        <translation>Nach %1 exportiert. Das Paket enthält keine Secrets und lässt sich in jeder Gatehouse-Konsole öffnen.</translation>
    </message>
    <message>
        <source>Pause the live view</source>
        <translation>Live-Ansicht anhalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>+%1 neu</translation>
    </message>
    <message>
        <source>Live view, press to pause</source>
        <translation>Live-Ansicht, drücken zum Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Live view paused, %n new login(s), press to go on</source>
        <translation>
            <numerusform>Live-Ansicht angehalten, %n neue Anmeldung, zum Fortsetzen drücken</numerusform>
            <numerusform>Live-Ansicht angehalten, %n neue Anmeldungen, zum Fortsetzen drücken</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Pause the live view (Space)</source>
        <translation>Live-Ansicht anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Only logins that were refused with this. Press to see all.</source>
        <translation>Nur Anmeldungen, die hiermit abgelehnt wurden. Drücken, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Show all logins, not only those refused with %1</source>
        <translation>Alle Anmeldungen zeigen, nicht nur die mit %1 abgelehnten</translation>
    </message>
    <message>
        <source>Start a sandbox sign-in</source>
        <translation>Eine Sandbox-Anmeldung starten</translation>
    </message>
    <message>
        <source>No login ended like this.</source>
        <translation>Keine Anmeldung endete so.</translation>
    </message>
    <message>
        <source>No login of %1 was refused with %2.</source>
        <translation>Keine Anmeldung von %1 wurde mit %2 abgelehnt.</translation>
    </message>
    <message>
        <source>Show all logins</source>
        <translation>Alle Anmeldungen zeigen</translation>
    </message>
    <message>
        <source>Codes and tokens</source>
        <translation>Codes und Token</translation>
    </message>
    <message>
        <source>Show codes and tokens of this sign-in</source>
        <translation>Codes und Token dieser Anmeldung zeigen</translation>
    </message>
    <message>
        <source>As long as they are kept. The audit log says who looked.</source>
        <translation>Solange sie aufbewahrt werden. Das Protokoll sagt, wer sie angesehen hat.</translation>
    </message>
    <message>
        <source>This sign-in was made before secrets were kept.</source>
        <translation>Diese Anmeldung war, bevor Secrets aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>Sign in again: of the next one they are there.</source>
        <translation>Melden Sie sich erneut an: Von der nächsten sind sie da.</translation>
    </message>
</context>
<context>
    <name>LoopbackRedirect</name>
    <message>
        <source>Not this way</source>
        <translation>Nicht auf diesem Weg</translation>
    </message>
    <message>
        <source>This page does not belong to a request that is under way.</source>
        <translation>Diese Seite gehört zu keiner laufenden Anfrage.</translation>
    </message>
    <message>
        <source>Back to Gatehouse</source>
        <translation>Zurück zu Gatehouse</translation>
    </message>
    <message>
        <source>You can close this page and go back to the console.</source>
        <translation>Sie können diese Seite schließen und zur Konsole zurückkehren.</translation>
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
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>The broker wants you to come in again.</source>
        <translation>Der Broker verlangt eine neue Anmeldung von Ihnen.</translation>
    </message>
    <message>
        <source>%1[*] – Gatehouse</source>
        <translation>%1[*] – Gatehouse</translation>
    </message>
    <message>
        <source>%1  at %2</source>
        <translation>%1  auf %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>&amp;Über Gatehouse</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>Über Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse %1, a multi-tenant identity broker.
Apache License 2.0.</source>
        <translation>Gatehouse %1, ein mandantenfähiger Identitätsbroker.
Apache License 2.0.</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>The tenant that the panels below its name show</source>
        <translation>Der Mandant, den die Bereiche unter seinem Namen zeigen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Review and &amp;apply</source>
        <translation>Prüfen und &amp;anwenden</translation>
    </message>
    <message>
        <source>Not applied: %1</source>
        <translation>Nicht angewendet: %1</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Review and &amp;apply (%1)</source>
        <translation>Prüfen und &amp;anwenden (%1)</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen, dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undo the change of %1 (Ctrl+Z)</source>
        <translation>Änderung an %1 rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Redo the change of %1 (Ctrl+Shift+Z)</source>
        <translation>Änderung an %1 wiederholen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Rückgängig gemacht: %1.</translation>
    </message>
    <message>
        <source>Applied again: %1.</source>
        <translation>Erneut angewendet: %1.</translation>
    </message>
    <message>
        <source>Applied: %1.</source>
        <translation>Angewendet: %1.</translation>
    </message>
    <message>
        <source>%1 Merged with what somebody changed meanwhile.</source>
        <translation>%1 Mit zwischenzeitlichen Änderungen anderer zusammengeführt.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>First the company: create its tenant, then connect its identity provider.</source>
        <translation>Zuerst das Unternehmen: Legen Sie seinen Mandanten an und verbinden Sie dann seinen Identitätsanbieter.</translation>
    </message>
    <message>
        <source>Built-in company</source>
        <translation>Eingebautes Unternehmen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Recorded logins (*.ghbundle);;All files (*)</source>
        <translation>Aufgezeichnete Anmeldungen (*.ghbundle);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is of no kind that opens here.</source>
        <translation>%1 hat keinen Dateityp, der sich hier öffnen lässt.</translation>
    </message>
    <message>
        <source>This address leads nowhere here.</source>
        <translation>Diese Adresse führt hier zu keinem Ziel.</translation>
    </message>
    <message>
        <source>Waiting for the broker</source>
        <translation>Warten auf den Broker</translation>
    </message>
</context>
<context>
    <name>MappingColumns</name>
    <message>
        <source>Arrived</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What arrived, and what results</source>
        <translation>Was ankam und was daraus wird</translation>
    </message>
</context>
<context>
    <name>MappingPanel</name>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>A mapping belongs to an identity provider. Connect one first.</source>
        <translation>Eine Zuordnung gehört zu einem Identitätsanbieter. Verbinden Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Connect an identity provider</source>
        <translation>Identitätsanbieter verbinden</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>Claim-Zuordnung</translation>
    </message>
    <message>
        <source>What a sign-in makes of the claims that an identity provider sends. Nobody is changed by a preview.</source>
        <translation>Was eine Anmeldung aus den Claims eines Identitätsanbieters macht. Eine Vorschau ändert an keinem Benutzer etwas.</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Sign-ins use the applied mapping. What you try here is a draft.</source>
        <translation>Für Anmeldungen gilt die angewendete Zuordnung. Was Sie hier ausprobieren, ist ein Entwurf.</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen, dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Review and apply the mapping</source>
        <translation>Zuordnung prüfen und anwenden</translation>
    </message>
    <message>
        <source>Revert the mapping</source>
        <translation>Zuordnung zurücksetzen</translation>
    </message>
    <message>
        <source>The source of the mapping does not parse.</source>
        <translation>Der Quelltext der Zuordnung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The last logins could not be run: %1</source>
        <translation>Die letzten Anmeldungen konnten nicht durchgespielt werden: %1</translation>
    </message>
    <message>
        <source>Run the last logins through the mapping</source>
        <translation>Die letzten Anmeldungen durch die Zuordnung laufen lassen</translation>
    </message>
</context>
<context>
    <name>MeantForm</name>
    <message>
        <source>Any app</source>
        <translation>Jede App</translation>
    </message>
    <message>
        <source>Any identity provider</source>
        <translation>Jeder Identitätsanbieter</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>An IP address or a network such as 192.0.2.0/24</source>
        <translation>Eine IP-Adresse oder ein Netz wie 192.0.2.0/24</translation>
    </message>
</context>
<context>
    <name>MemberModel</name>
    <message>
        <source>a group, with all who are in it</source>
        <translation>eine Gruppe, mit allen darin</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>MessageDetail</name>
    <message>
        <source>The message as it was kept</source>
        <translation>Die Nachricht, wie sie gespeichert wurde</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Message decoded or raw</source>
        <translation>Nachricht dekodiert oder roh</translation>
    </message>
    <message>
        <source>From %1 to %2, carried by the browser.</source>
        <translation>%1 an %2, über den Browser übermittelt.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>%1 an %2.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Header of the token</source>
        <translation>Header des Tokens</translation>
    </message>
    <message>
        <source>Claims of the ID token</source>
        <translation>Claims des ID-Token</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
</context>
<context>
    <name>NestedRows</name>
    <message>
        <source>%1, expanded</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>%1, collapsed</source>
        <translation>%1, zugeklappt</translation>
    </message>
</context>
<context>
    <name>NotificationBell</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Benachrichtigungen, %n ungelesen</numerusform>
            <numerusform>Benachrichtigungen, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>Alle Benachrichtigungen löschen</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Im Moment ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The console of the Gatehouse identity broker. Without --connect it runs a broker of its own.</source>
        <translation>Die Konsole des Identitätsbrokers Gatehouse. Ohne --connect betreibt sie einen eigenen Broker.</translation>
    </message>
    <message>
        <source>Where the broker keeps its data.</source>
        <translation>Wo der Broker seine Daten ablegt.</translation>
    </message>
    <message>
        <source>Address of the broker, 127.0.0.1:8480 by default.</source>
        <translation>Adresse des Brokers, standardmäßig 127.0.0.1:8480.</translation>
    </message>
    <message>
        <source>Attach to a broker that runs elsewhere.</source>
        <translation>Mit einem Broker verbinden, der anderswo läuft.</translation>
    </message>
    <message>
        <source>File with the token for --connect.</source>
        <translation>Datei mit dem Token für --connect.</translation>
    </message>
    <message>
        <source>Start with a built-in company and its identity provider.</source>
        <translation>Mit einem eingebauten Unternehmen und dessen Identitätsanbieter starten.</translation>
    </message>
    <message>
        <source>Draw every panel to DIR, light and dark, and exit.</source>
        <translation>Jeden Bereich hell und dunkel als Bild in DIR ablegen und beenden.</translation>
    </message>
    <message>
        <source>Read the passphrase from this file descriptor.</source>
        <translation>Die Passphrase aus diesem Dateideskriptor lesen.</translation>
    </message>
    <message>
        <source>Keep data and settings in DIR, and nothing anywhere else.</source>
        <translation>Daten und Einstellungen in DIR ablegen und nirgends sonst.</translation>
    </message>
    <message>
        <source>Forget sizes, columns and places of windows and panels.</source>
        <translation>Größen, Spalten und Positionen von Fenstern und Bereichen vergessen.</translation>
    </message>
    <message>
        <source>Files or gatehouse:// addresses to open.</source>
        <translation>Zu öffnende Dateien oder gatehouse://-Adressen.</translation>
    </message>
    <message>
        <source>--passphrase-fd takes the number of an open file descriptor.</source>
        <translation>--passphrase-fd erwartet die Nummer eines offenen Dateideskriptors.</translation>
    </message>
    <message>
        <source>--connect attaches to a broker elsewhere: leave out --data-dir, --listen and --demo.</source>
        <translation>--connect verbindet mit einem Broker, der anderswo läuft: Lassen Sie --data-dir, --listen und --demo weg.</translation>
    </message>
    <message>
        <source>--connect with --screenshot needs --token-file. Make a token with: gatehousectl token create --role owner</source>
        <translation>--connect mit --screenshot braucht --token-file. Erstellen Sie ein Token mit: gatehousectl token create --role owner</translation>
    </message>
    <message>
        <source>Proxy that the broker calls identity providers through, http://host:port.</source>
        <translation>Proxy, über den der Broker Identitätsanbieter aufruft, http://host:port.</translation>
    </message>
</context>
<context>
    <name>PaletteButton</name>
    <message>
        <source>Go to or do anything …</source>
        <translation>Ort oder Befehl suchen …</translation>
    </message>
    <message>
        <source>Go to or do anything</source>
        <translation>Ort oder Befehl suchen</translation>
    </message>
    <message>
        <source>Panels, tenants, people, actions, and references from error pages</source>
        <translation>Bereiche, Mandanten, Personen, Aktionen und Referenzen von Fehlerseiten</translation>
    </message>
</context>
<context>
    <name>PaletteObjects</name>
    <message>
        <source>Identity provider in %1</source>
        <translation>Identitätsanbieter in %1</translation>
    </message>
    <message>
        <source>User in %1</source>
        <translation>Benutzer in %1</translation>
    </message>
    <message>
        <source>App of %1</source>
        <translation>App von %1</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Events for this</source>
        <translation>Ereignisse dazu</translation>
    </message>
    <message>
        <source>Events for this: what the audit log has of it</source>
        <translation>Ereignisse dazu: was das Protokoll davon weiß</translation>
    </message>
</context>
<context>
    <name>PanelPrint</name>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2. An export has all of them.</source>
        <translation>Die ersten %1 von %2. Ein Export enthält alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>devices sign out log out revoke kick apps</source>
        <translation>geräte abmelden widerrufen beenden apps</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>idp sso oidc saml connection provider certificate</source>
        <translation>idp sso oidc saml verbindung anbieter zertifikat</translation>
    </message>
    <message>
        <source>rules claims attributes roles preview</source>
        <translation>regeln claims attribute rollen vorschau</translation>
    </message>
    <message>
        <source>flows debugger trace reference replay sign-in</source>
        <translation>abläufe debugger trace referenz nachspielen anmeldung</translation>
    </message>
    <message>
        <source>people accounts persons sessions</source>
        <translation>personen konten benutzer sitzungen</translation>
    </message>
    <message>
        <source>companies customers organisations domains issuer</source>
        <translation>unternehmen firmen kunden organisationen domains issuer</translation>
    </message>
    <message>
        <source>log events who did what export</source>
        <translation>protokoll ereignisse wer hat was getan export</translation>
    </message>
    <message>
        <source>changes undo revert</source>
        <translation>änderungen rückgängig zurücksetzen</translation>
    </message>
    <message>
        <source>training demo scenario personas faults</source>
        <translation>schulung demo szenario personas fehler</translation>
    </message>
    <message>
        <source>dashboard health status expiry</source>
        <translation>übersicht dashboard zustand status ablauf</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Claim mapping</source>
        <translation>Claim-Zuordnung</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>certificate signing rotation jwks algorithm emergency</source>
        <translation>zertifikat signatur wechsel jwks algorithmus notfall</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>Provisionierung</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
</context>
<context>
    <name>PersonaList</name>
    <message>
        <source>Sign in as %1 in a browser</source>
        <translation>Als %1 in einem Browser anmelden</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add people to the group</source>
        <translation>Personen zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Add groups to the group</source>
        <translation>Gruppen zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>The tenant has no people yet.</source>
        <translation>Der Mandant hat noch keine Personen.</translation>
    </message>
    <message>
        <source>The tenant has no other group.</source>
        <translation>Der Mandant hat keine andere Gruppe.</translation>
    </message>
    <message>
        <source>Add those who are selected</source>
        <translation>Die Ausgewählten hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Steps of the dry run</source>
        <translation>Schritte des Probelaufs</translation>
    </message>
    <message>
        <source>Both sides say the same.</source>
        <translation>Beide Seiten sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>%Ln Person würde den Zugang verlieren.</numerusform>
            <numerusform>%Ln Personen würden den Zugang verlieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>So many are held back until somebody confirms the number.</source>
        <translation>So viele werden zurückgehalten, bis jemand die Zahl bestätigt.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Close preferences</source>
        <translation>Einstellungen schließen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language and times</source>
        <translation>Sprache und Zeiten</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Ctrl++ and Ctrl+- change it anywhere.</source>
        <translation>Mit Strg++ und Strg+- überall zu ändern.</translation>
    </message>
    <message>
        <source>Reduce motion: nothing moves or fades</source>
        <translation>Bewegung reduzieren: keine Animationen, keine Überblendungen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung reduzieren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Hovering over a time always shows both.</source>
        <translation>Wenn der Mauszeiger auf einer Zeit steht, erscheinen immer beide.</translation>
    </message>
    <message>
        <source>What this desktop has</source>
        <translation>Was dieser Desktop bietet</translation>
    </message>
    <message>
        <source>Gatehouse works without any of these.</source>
        <translation>Gatehouse funktioniert auch ohne all das.</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>&amp;Präsentationsmodus</translation>
    </message>
    <message>
        <source>Mask e-mail addresses, tokens, secrets and IP addresses, and show everything larger</source>
        <translation>E-Mail-Adressen, Token, Secrets und IP-Adressen verdecken und alles größer anzeigen</translation>
    </message>
</context>
<context>
    <name>PresentationCover</name>
    <message>
        <source>Hidden while presenting</source>
        <translation>Beim Präsentieren verdeckt</translation>
    </message>
    <message>
        <source>Hidden while presenting. Leave presentation mode to see and edit this text.</source>
        <translation>Beim Präsentieren verdeckt. Beenden Sie den Präsentationsmodus, um diesen Text zu sehen und zu bearbeiten.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>has unsaved changes</source>
        <translation>hat ungespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>RecentFailures</name>
    <message>
        <source>Refused lately</source>
        <translation>Zuletzt abgelehnt</translation>
    </message>
    <message>
        <source>Nobody was refused.</source>
        <translation>Niemand wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Checks of the login %1</source>
        <translation>Prüfungen der Anmeldung %1</translation>
    </message>
</context>
<context>
    <name>RecordDetail</name>
    <message>
        <source>Show the login</source>
        <translation>Anmeldung zeigen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the record</source>
        <translation>Details des Eintrags</translation>
    </message>
    <message>
        <source>Place in the chain</source>
        <translation>Stelle in der Kette</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Of the one before</source>
        <translation>Voriger Hash</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>Objekt-ID</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>set to %1</source>
        <translation>auf %1 gesetzt</translation>
    </message>
    <message>
        <source>%1 taken away</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
</context>
<context>
    <name>RedirectChecker</name>
    <message>
        <source>Is this address registered?</source>
        <translation>Ist diese Adresse registriert?</translation>
    </message>
    <message>
        <source>Register this address</source>
        <translation>Diese Adresse registrieren</translation>
    </message>
    <message>
        <source>Address to check</source>
        <translation>Zu prüfende Adresse</translation>
    </message>
    <message>
        <source>Paste it from the error, the browser or the app</source>
        <translation>Aus der Fehlermeldung, dem Browser oder der App einfügen</translation>
    </message>
    <message>
        <source>The broker did not compare it: %1</source>
        <translation>Der Broker hat sie nicht verglichen: %1</translation>
    </message>
    <message>
        <source>It is registered: the broker takes it.</source>
        <translation>Sie ist registriert: Der Broker nimmt sie an.</translation>
    </message>
    <message>
        <source>No address is registered yet.</source>
        <translation>Noch ist keine Adresse registriert.</translation>
    </message>
    <message>
        <source>It could not be registered either: %1</source>
        <translation>Sie ließe sich auch nicht registrieren: %1</translation>
    </message>
    <message>
        <source>Not registered. At character %1 the nearest one has %2, and this one has %3.</source>
        <translation>Nicht registriert. An Stelle %1 steht in der nächstliegenden %2, in dieser %3.</translation>
    </message>
    <message>
        <source>The nearest that is registered</source>
        <translation>Die nächstliegende registrierte</translation>
    </message>
    <message>
        <source>The one to check</source>
        <translation>Die zu prüfende</translation>
    </message>
</context>
<context>
    <name>RedirectWords</name>
    <message>
        <source>a slash</source>
        <translation>ein Schrägstrich</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a period</source>
        <translation>ein Punkt</translation>
    </message>
    <message>
        <source>a hyphen</source>
        <translation>ein Bindestrich</translation>
    </message>
    <message>
        <source>an underline</source>
        <translation>ein Unterstrich</translation>
    </message>
    <message>
        <source>a question mark</source>
        <translation>ein Fragezeichen</translation>
    </message>
    <message>
        <source>a number sign</source>
        <translation>ein Rautezeichen</translation>
    </message>
    <message>
        <source>an ampersand</source>
        <translation>ein Und-Zeichen</translation>
    </message>
    <message>
        <source>an equals sign</source>
        <translation>ein Gleichheitszeichen</translation>
    </message>
    <message>
        <source>a percent sign</source>
        <translation>ein Prozentzeichen</translation>
    </message>
    <message>
        <source>an at sign</source>
        <translation>ein At-Zeichen</translation>
    </message>
    <message>
        <source>a plus sign</source>
        <translation>ein Pluszeichen</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>ein Tabulator</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>ein Zeilenumbruch</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>ein Wagenrücklauf</translation>
    </message>
    <message>
        <source>a no-break space</source>
        <translation>ein geschütztes Leerzeichen</translation>
    </message>
    <message>
        <source>a soft hyphen</source>
        <translation>ein weicher Trennstrich</translation>
    </message>
    <message>
        <source>a zero width space</source>
        <translation>ein Leerzeichen ohne Breite</translation>
    </message>
    <message>
        <source>a zero width non-joiner</source>
        <translation>ein Bindehemmer ohne Breite</translation>
    </message>
    <message>
        <source>a zero width joiner</source>
        <translation>ein Verbinder ohne Breite</translation>
    </message>
    <message>
        <source>a left-to-right mark</source>
        <translation>eine Links-nach-rechts-Marke</translation>
    </message>
    <message>
        <source>a right-to-left mark</source>
        <translation>eine Rechts-nach-links-Marke</translation>
    </message>
    <message>
        <source>a typographic hyphen</source>
        <translation>ein typografischer Bindestrich</translation>
    </message>
    <message>
        <source>an en dash</source>
        <translation>ein Halbgeviertstrich</translation>
    </message>
    <message>
        <source>an em dash</source>
        <translation>ein Geviertstrich</translation>
    </message>
    <message>
        <source>a narrow no-break space</source>
        <translation>ein schmales geschütztes Leerzeichen</translation>
    </message>
    <message>
        <source>a fraction slash</source>
        <translation>ein Bruchstrich</translation>
    </message>
    <message>
        <source>a word joiner</source>
        <translation>ein Wortverbinder</translation>
    </message>
    <message>
        <source>an ideographic space</source>
        <translation>ein ideografisches Leerzeichen</translation>
    </message>
    <message>
        <source>a byte order mark</source>
        <translation>eine Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>The two look alike: a character that nobody sees is in the way.</source>
        <translation>Beide sehen gleich aus: Ein unsichtbares Zeichen steht im Weg.</translation>
    </message>
    <message>
        <source>A character is in it that only looks like one of an address.</source>
        <translation>Ein Zeichen darin sieht nur so aus, als gehöre es in eine Adresse.</translation>
    </message>
    <message>
        <source>The scheme differs (https or http).</source>
        <translation>Das Schema ist ein anderes (https oder http).</translation>
    </message>
    <message>
        <source>One has a user name before the host.</source>
        <translation>Bei einer steht ein Benutzername vor dem Host.</translation>
    </message>
    <message>
        <source>The host differs.</source>
        <translation>Der Host ist ein anderer.</translation>
    </message>
    <message>
        <source>The host differs in upper and lower case.</source>
        <translation>Der Host unterscheidet sich in Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>The port differs.</source>
        <translation>Der Port ist ein anderer.</translation>
    </message>
    <message>
        <source>The path differs.</source>
        <translation>Der Pfad ist ein anderer.</translation>
    </message>
    <message>
        <source>The path differs in upper and lower case.</source>
        <translation>Der Pfad unterscheidet sich in Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>The slash at the end differs.</source>
        <translation>Der Schrägstrich am Ende macht den Unterschied.</translation>
    </message>
    <message>
        <source>The same character is written as a percent escape in one of them.</source>
        <translation>Dasselbe Zeichen ist in einer davon prozentkodiert.</translation>
    </message>
    <message>
        <source>The query differs (what follows the question mark).</source>
        <translation>Die Query ist eine andere (was auf das Fragezeichen folgt).</translation>
    </message>
    <message>
        <source>The fragment differs (what follows the number sign).</source>
        <translation>Das Fragment ist ein anderes (was auf das Rautezeichen folgt).</translation>
    </message>
    <message>
        <source>There is no address in it.</source>
        <translation>Darin steht keine Adresse.</translation>
    </message>
    <message>
        <source>It is longer than 2,048 bytes.</source>
        <translation>Sie ist länger als 2.048 Bytes.</translation>
    </message>
    <message>
        <source>It holds a character that an address must not hold.</source>
        <translation>Sie enthält ein Zeichen, das in keiner Adresse stehen darf.</translation>
    </message>
    <message>
        <source>A star stands for nothing: each address is registered.</source>
        <translation>Ein Stern ersetzt nichts: Jede Adresse wird einzeln registriert.</translation>
    </message>
    <message>
        <source>It has a fragment, which never reaches a server.</source>
        <translation>Sie hat ein Fragment, das keinen Server erreicht.</translation>
    </message>
    <message>
        <source>It has to begin with https; http is for 127.0.0.1 and [::1] alone, and a scheme of its own for native apps.</source>
        <translation>Sie muss mit https beginnen; http ist nur für 127.0.0.1 und [::1] da, ein eigenes Schema nur für native Apps.</translation>
    </message>
    <message>
        <source>It has a user name before the host.</source>
        <translation>Vor dem Host steht ein Benutzername.</translation>
    </message>
    <message>
        <source>Its host is no host name in lower case.</source>
        <translation>Ihr Host ist kein kleingeschriebener Hostname.</translation>
    </message>
    <message>
        <source>Its port is no port.</source>
        <translation>Ihr Port ist keiner.</translation>
    </message>
    <message>
        <source>It has . or .. in its path.</source>
        <translation>Im Pfad steht . oder ..</translation>
    </message>
    <message>
        <source>Its query holds a parameter that the answer brings itself.</source>
        <translation>Ihre Query enthält einen Parameter, den die Antwort selbst mitbringt.</translation>
    </message>
    <message>
        <source>the end of the address</source>
        <translation>das Ende der Adresse</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a character and how it is written</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a character</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a character and its number</comment>
        <translation>„%1“ (%2)</translation>
    </message>
</context>
<context>
    <name>ReplayView</name>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Replay as it is set up now</source>
        <translation>Mit aktuellem Stand nachspielen</translation>
    </message>
    <message>
        <source>Replay with my draft</source>
        <translation>Mit Entwurf nachspielen</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>What comes out otherwise</source>
        <translation>Was anders ausgeht</translation>
    </message>
    <message>
        <source>Open the mapping of this provider</source>
        <translation>Zuordnung dieses Anbieters öffnen</translation>
    </message>
    <message>
        <source>Checks of the replay</source>
        <translation>Prüfungen beim Nachspielen</translation>
    </message>
    <message>
        <source>The broker judges the recorded messages again, at the time of this sign-in. Nothing is written.</source>
        <translation>Der Broker beurteilt die aufgezeichneten Nachrichten noch einmal, bezogen auf den Zeitpunkt dieser Anmeldung. Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Of this sign-in no messages are kept, so it cannot be replayed. The tenant&apos;s settings say how many are.</source>
        <translation>Zu dieser Anmeldung sind keine Nachrichten gespeichert, deshalb lässt sie sich nicht nachspielen. Wie viele gespeichert werden, legen die Einstellungen des Mandanten fest.</translation>
    </message>
    <message>
        <source>Your edits of this provider and its mapping, not applied yet</source>
        <translation>Ihre noch nicht angewendeten Änderungen an diesem Anbieter und seiner Zuordnung</translation>
    </message>
    <message>
        <source>You have no edits of this provider or its mapping.</source>
        <translation>Sie haben keine Änderungen an diesem Anbieter oder seiner Zuordnung.</translation>
    </message>
    <message>
        <source>Would pass</source>
        <translation>Würde gelingen</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <source>%1 would be created.</source>
        <translation>%1 würde angelegt.</translation>
    </message>
    <message>
        <source>%1 would be signed in.</source>
        <translation>%1 würde angemeldet.</translation>
    </message>
    <message>
        <source>Roles: %1.</source>
        <translation>Rollen: %1.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>It comes out as it did</source>
        <translation>Das Ergebnis bleibt gleich</translation>
    </message>
</context>
<context>
    <name>RequestDetail</name>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The same request now</source>
        <translation>Dieselbe Anfrage jetzt</translation>
    </message>
    <message>
        <source>What it would change</source>
        <translation>Was sie ändern würde</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Was sie geändert hat</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>Warum abgelehnt</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Group id</source>
        <translation>Gruppen-ID</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>It would be refused with %1. %2</source>
        <translation>Sie würde mit %1 abgelehnt. %2</translation>
    </message>
    <message>
        <source>It would be answered with %1 and change nothing.</source>
        <translation>Sie würde mit %1 beantwortet und nichts ändern.</translation>
    </message>
    <message>
        <source>It would be answered with %1 and change this. Nothing was written.</source>
        <translation>Sie würde mit %1 beantwortet und dies ändern. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>Viele auf einmal</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Refused, %1</source>
        <translation>Abgelehnt, %1</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ResponseDialog</name>
    <message>
        <source>SAML response</source>
        <translation>SAML-Antwort</translation>
    </message>
    <message>
        <source>When it was issued</source>
        <translation>Als sie ausgestellt wurde</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Check a response of %1</source>
        <translation>Antwort von %1 prüfen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a file with the response</source>
        <translation>Eine Datei mit der Antwort öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the check</source>
        <translation>Die Prüfung schließen</translation>
    </message>
    <message>
        <source>Check the response</source>
        <translation>Die Antwort prüfen</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>Das Ergebnis als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Response</source>
        <translation>&amp;Antwort</translation>
    </message>
    <message>
        <source>XML or base64, the form that the browser sent, or a whole address. A file can be dropped here. Nobody is signed in by it, and nothing of it is kept.</source>
        <translation>XML oder Base64, das Formular, das der Browser gesendet hat, oder eine ganze Adresse. Eine Datei kann hierher gezogen werden. Niemand wird dadurch angemeldet, und nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Request &amp;ID</source>
        <translation>Anfrage-&amp;ID</translation>
    </message>
    <message>
        <source>Empty: which request it answers is not looked at.</source>
        <translation>Leer: Auf welche Anfrage sie antwortet, wird nicht geprüft.</translation>
    </message>
    <message>
        <source>&amp;Judged as of</source>
        <translation>&amp;Beurteilt zum Zeitpunkt</translation>
    </message>
    <message>
        <source>A SAML response</source>
        <translation>Eine SAML-Antwort</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is larger than 512 KiB.</source>
        <translation>%1 lässt sich nicht lesen oder ist größer als 512 KiB.</translation>
    </message>
    <message>
        <source>Each check of a sign-in is listed here.</source>
        <translation>Hier steht jede Prüfung einer Anmeldung.</translation>
    </message>
</context>
<context>
    <name>ResponseView</name>
    <message>
        <source>A login with it would have passed every check, judged as of %1.</source>
        <translation>Eine Anmeldung damit hätte jede Prüfung bestanden, beurteilt zum Zeitpunkt %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed, judged as of %1.</source>
        <translation>
            <numerusform>%n Prüfung nicht bestanden, beurteilt zum Zeitpunkt %1.</numerusform>
            <numerusform>%n Prüfungen nicht bestanden, beurteilt zum Zeitpunkt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>a new person is made</source>
        <translation>eine neue Person wird angelegt</translation>
    </message>
    <message>
        <source>a known person is signed in</source>
        <translation>eine bekannte Person wird angemeldet</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>niemand wird angemeldet</translation>
    </message>
    <message>
        <source>What the response says of the person</source>
        <translation>Was die Antwort über die Person sagt</translation>
    </message>
    <message>
        <source>XML of the response</source>
        <translation>XML der Antwort</translation>
    </message>
    <message>
        <source>Parts of the result</source>
        <translation>Teile des Ergebnisses</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Checks, in the order in which they are made</source>
        <translation>Prüfungen in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Pasted as</source>
        <translation>Eingefügt als</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>There is no assertion that can be read.</source>
        <translation>Es gibt keine Assertion, die sich lesen lässt.</translation>
    </message>
    <message>
        <source>With this mapping</source>
        <translation>Mit dieser Zuordnung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>A sign-in would create %1.</source>
        <translation>Eine Anmeldung würde %1 anlegen.</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>A sign-in would be %1, who is known here.</source>
        <translation>Angemeldet würde %1, hier bereits bekannt.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>The sign-in would be refused. No user would be created.</source>
        <translation>Die Anmeldung würde abgelehnt. Es würde kein Benutzer angelegt.</translation>
    </message>
    <message>
        <source>Read from: %1</source>
        <translation>Gelesen aus: %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>New: bound to this person for good</source>
        <translation>Neu: dauerhaft an diese Person gebunden</translation>
    </message>
    <message>
        <source>The same as at earlier sign-ins</source>
        <translation>Dasselbe wie bei früheren Anmeldungen</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Erhält</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Role mode</source>
        <translation>Rollenmodus</translation>
    </message>
    <message>
        <source>Merge: adds to earlier roles</source>
        <translation>Ergänzen: frühere Rollen bleiben</translation>
    </message>
    <message>
        <source>Replace: each sign-in sets its roles anew</source>
        <translation>Ersetzen: jede Anmeldung setzt die Rollen neu</translation>
    </message>
    <message>
        <source>Problems and cautions</source>
        <translation>Probleme und Hinweise</translation>
    </message>
    <message>
        <source>A new account for somebody known</source>
        <translation>Ein neues Konto für jemanden, der bekannt ist</translation>
    </message>
    <message>
        <source>It would be bound to %1, because its verified address is theirs. Whoever holds it at the provider signs in as %1 from then on.</source>
        <translation>Es würde an %1 gebunden, weil die bestätigte Adresse dieselbe ist. Wer es beim Anbieter hat, meldet sich von da an als %1 an.</translation>
    </message>
    <message>
        <source>Make sure that the provider gives this address to nobody else.</source>
        <translation>Stellen Sie sicher, dass der Anbieter diese Adresse niemand anderem gibt.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>Changes to apply</source>
        <translation>Anzuwendende Änderungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>As command</source>
        <translation>Als Befehl</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>API call</source>
        <translation>API-Aufruf</translation>
    </message>
    <message>
        <source>Configuration document</source>
        <translation>Konfigurationsdokument</translation>
    </message>
    <message>
        <source>Discard this change</source>
        <translation>Diese Änderung verwerfen</translation>
    </message>
    <message>
        <source>Go on editing it</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)</source>
        <translation>
            <numerusform>%n Änderung prüfen</numerusform>
            <numerusform>%n Änderungen prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Its secret was not kept when the program ended.</source>
        <translation>Das Secret wurde beim Beenden des Programms nicht gespeichert.</translation>
    </message>
    <message>
        <source>Edit it and enter the secret again.</source>
        <translation>Bearbeiten Sie den Entwurf und geben Sie das Secret erneut ein.</translation>
    </message>
    <message>
        <source>Somebody changed the same members meanwhile</source>
        <translation>Inzwischen hat jemand dieselben Felder geändert</translation>
    </message>
    <message>
        <source>%1: yours is %2, theirs is %3</source>
        <translation>%1: Ihr Wert ist %2, der andere ist %3</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Take theirs of %1</source>
        <translation>Anderen Wert für %1 nehmen</translation>
    </message>
    <message>
        <source>Apply keeps yours.</source>
        <translation>Beim Anwenden bleibt Ihr Wert.</translation>
    </message>
    <message>
        <source>New: nobody is affected yet.</source>
        <translation>Neu: noch ist niemand betroffen.</translation>
    </message>
    <message>
        <source>Affects %1, %2 and %3.</source>
        <translation>Betrifft %1, %2 und %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s)</source>
        <translation>
            <numerusform>%n offene Sitzung</numerusform>
            <numerusform>%n offene Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n App</numerusform>
            <numerusform>%n Apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Wird angewendet</translation>
    </message>
</context>
<context>
    <name>RoleRulesModel</name>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Gives roles</source>
        <translation>Gibt Rollen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>RolesField</name>
    <message>
        <source>The tenant has no roles yet.</source>
        <translation>Der Mandant hat noch keine Rollen.</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rolle %1</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Add a rule for %1</source>
        <translation>Regel für %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the rule for %1</source>
        <translation>Regel für %1 entfernen</translation>
    </message>
    <message>
        <source>Move the rule for %1 up</source>
        <translation>Regel für %1 nach oben</translation>
    </message>
    <message>
        <source>Move the rule for %1 down</source>
        <translation>Regel für %1 nach unten</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Mapping as rules or as source</source>
        <translation>Zuordnung als Regeln oder als Quelltext</translation>
    </message>
    <message>
        <source>Attribute rules</source>
        <translation>Attributregeln</translation>
    </message>
    <message>
        <source>Role rules</source>
        <translation>Rollenregeln</translation>
    </message>
    <message>
        <source>Roles for everyone</source>
        <translation>Rollen für alle</translation>
    </message>
    <message>
        <source>claim, for example groups</source>
        <translation>Claim, zum Beispiel groups</translation>
    </message>
    <message>
        <source>Groups from claim</source>
        <translation>Gruppen aus Claim</translation>
    </message>
    <message>
        <source>Make missing groups</source>
        <translation>Fehlende Gruppen anlegen</translation>
    </message>
    <message>
        <source>Groups from</source>
        <translation>Gruppen aus</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Mapping as JSON</source>
        <translation>Zuordnung als JSON</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>It has not run yet.</source>
        <translation>Noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Was er tat</translation>
    </message>
    <message>
        <source>This run had nothing to do.</source>
        <translation>Dieser Lauf hatte nichts zu tun.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>SamlAppRows</name>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>As the app asks for it</source>
        <translation>Wie die App sie verlangt</translation>
    </message>
    <message>
        <source>The same for ever, for this app alone</source>
        <translation>Immer dieselbe, für diese App allein</translation>
    </message>
    <message>
        <source>Another at each sign-in</source>
        <translation>Bei jeder Anmeldung eine andere</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Nicht festgelegt</translation>
    </message>
    <message>
        <source>Sign the response, beside the assertion</source>
        <translation>Auch die Antwort signieren, nicht nur die Assertion</translation>
    </message>
    <message>
        <source>Encrypt, where its metadata has a key for that</source>
        <translation>Verschlüsseln, wenn ihre Metadaten einen Schlüssel dafür haben</translation>
    </message>
    <message>
        <source>Its requests must be signed</source>
        <translation>Ihre Anfragen müssen signiert sein</translation>
    </message>
    <message>
        <source>May be opened with a response that it did not ask for</source>
        <translation>Darf mit einer Antwort geöffnet werden, um die sie nicht gebeten hat</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>SAML 2.0</source>
        <translation>SAML 2.0</translation>
    </message>
    <message>
        <source>Metadata of the app</source>
        <translation>Metadaten der App</translation>
    </message>
    <message>
        <source>Paste the document of the service provider, or drop its file here. It says where answers go and by which keys. To renew it, put the new one in its place.</source>
        <translation>Fügen Sie das Dokument des Service Providers ein oder ziehen Sie seine Datei hierher. Es sagt, wohin Antworten gehen und mit welchen Schlüsseln. Zum Erneuern setzen Sie das neue an seine Stelle.</translation>
    </message>
    <message>
        <source>Entity ID</source>
        <translation>Entity-ID</translation>
    </message>
    <message>
        <source>Of the metadata; it stays the same as long as the app is here.</source>
        <translation>Aus den Metadaten; sie bleibt dieselbe, solange es die App hier gibt.</translation>
    </message>
    <message>
        <source>NameID</source>
        <translation>NameID</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Off for software that knows AES-CBC alone.</source>
        <translation>Aus für Software, die nur AES-CBC kennt.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Also where its metadata does not say that they are.</source>
        <translation>Auch wenn ihre Metadaten nicht sagen, dass sie es sind.</translation>
    </message>
    <message>
        <source>From a portal</source>
        <translation>Aus einem Portal</translation>
    </message>
    <message>
        <source>RelayState</source>
        <translation>RelayState</translation>
    </message>
    <message>
        <source>That goes with such a response: where in the app people land. At most 80 characters.</source>
        <translation>Geht mit einer solchen Antwort mit: wo in der App man landet. Höchstens 80 Zeichen.</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Claims: email, name, given_name, family_name, preferred_username, groups, roles, sub. Without any it gets those that its metadata asks for, else the usual ones; never more than its scopes release.</source>
        <translation>Claims: email, name, given_name, family_name, preferred_username, groups, roles, sub. Ohne Angabe bekommt sie die, um die ihre Metadaten bitten, sonst die üblichen; nie mehr, als ihre Scopes freigeben.</translation>
    </message>
    <message>
        <source>Is needed: the app is known by it.</source>
        <translation>Wird gebraucht: Daran wird die App erkannt.</translation>
    </message>
    <message>
        <source>This is not the metadata of a service provider.</source>
        <translation>Das sind nicht die Metadaten eines Service Providers.</translation>
    </message>
    <message>
        <source>Each has a name, and one of the claims that are named below.</source>
        <translation>Jedes hat einen Namen und einen der Claims, die unten genannt sind.</translation>
    </message>
</context>
<context>
    <name>SamlChecks</name>
    <message>
        <source>Let the provider&apos;s administrator correct it.</source>
        <translation>Die Administration des Anbieters muss es berichtigen.</translation>
    </message>
    <message>
        <source>Show it to the provider&apos;s administrator: it is not as SAML wants it, or was changed on its way.</source>
        <translation>Zeigen Sie sie der Administration des Anbieters: Sie ist nicht so, wie SAML es verlangt, oder wurde unterwegs verändert.</translation>
    </message>
    <message>
        <source>Compare the provider&apos;s certificate with that of the connection; it has to sign what the connection wants signed, with SHA-256.</source>
        <translation>Vergleichen Sie das Zertifikat des Anbieters mit dem der Verbindung; er muss mit SHA-256 signieren, was die Verbindung signiert haben will.</translation>
    </message>
    <message>
        <source>Set the clocks right on both sides.</source>
        <translation>Stellen Sie die Uhren auf beiden Seiten richtig.</translation>
    </message>
    <message>
        <source>Give the provider our current metadata: it has to encrypt with our certificate.</source>
        <translation>Geben Sie dem Anbieter unsere aktuellen Metadaten: Er muss mit unserem Zertifikat verschlüsseln.</translation>
    </message>
    <message>
        <source>Correct the NameID at the provider.</source>
        <translation>Berichtigen Sie die NameID beim Anbieter.</translation>
    </message>
    <message>
        <source>Begin the sign-in again at the app.</source>
        <translation>Beginnen Sie die Anmeldung noch einmal in der App.</translation>
    </message>
    <message>
        <source>Sign in again at the provider.</source>
        <translation>Melden Sie sich noch einmal beim Anbieter an.</translation>
    </message>
    <message>
        <source>Correct the reply URL (ACS URL) at the provider; it is on the connection&apos;s page.</source>
        <translation>Berichtigen Sie die Antwort-URL (ACS URL) beim Anbieter; sie steht auf der Seite der Verbindung.</translation>
    </message>
    <message>
        <source>It is sound XML</source>
        <translation>Sie ist einwandfreies XML</translation>
    </message>
    <message>
        <source>It is built as a response is</source>
        <translation>Sie ist gebaut wie eine Antwort</translation>
    </message>
    <message>
        <source>Signature of the response</source>
        <translation>Signatur der Antwort</translation>
    </message>
    <message>
        <source>It is of SAML 2.0 and has an ID</source>
        <translation>Sie ist von SAML 2.0 und hat eine ID</translation>
    </message>
    <message>
        <source>It was sent to our address</source>
        <translation>Sie ging an unsere Adresse</translation>
    </message>
    <message>
        <source>It was issued a moment ago</source>
        <translation>Sie wurde eben erst ausgestellt</translation>
    </message>
    <message>
        <source>It answers our request</source>
        <translation>Sie antwortet auf unsere Anfrage</translation>
    </message>
    <message>
        <source>It comes from this provider</source>
        <translation>Sie kommt von diesem Anbieter</translation>
    </message>
    <message>
        <source>Correct the provider&apos;s entity ID at the connection.</source>
        <translation>Berichtigen Sie die Entity-ID des Anbieters bei der Verbindung.</translation>
    </message>
    <message>
        <source>The provider says that it succeeded</source>
        <translation>Der Anbieter meldet Erfolg</translation>
    </message>
    <message>
        <source>The provider refused: its own log says why.</source>
        <translation>Der Anbieter hat abgelehnt: Sein eigenes Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>There is an assertion in it</source>
        <translation>Sie enthält eine Assertion</translation>
    </message>
    <message>
        <source>It is encrypted where it has to be</source>
        <translation>Sie ist verschlüsselt, wo sie es sein muss</translation>
    </message>
    <message>
        <source>One of our keys opens it</source>
        <translation>Einer unserer Schlüssel öffnet sie</translation>
    </message>
    <message>
        <source>What was opened is sound XML</source>
        <translation>Das Geöffnete ist einwandfreies XML</translation>
    </message>
    <message>
        <source>What was opened is an assertion</source>
        <translation>Das Geöffnete ist eine Assertion</translation>
    </message>
    <message>
        <source>Signature of the assertion</source>
        <translation>Signatur der Assertion</translation>
    </message>
    <message>
        <source>It is signed with SHA-256 or better</source>
        <translation>Sie ist mit SHA-256 oder besser signiert</translation>
    </message>
    <message>
        <source>Let the provider sign with SHA-256.</source>
        <translation>Der Anbieter muss mit SHA-256 signieren.</translation>
    </message>
    <message>
        <source>The provider&apos;s key is long enough</source>
        <translation>Der Schlüssel des Anbieters ist lang genug</translation>
    </message>
    <message>
        <source>Let the provider make a new key of at least 2,048 bits.</source>
        <translation>Der Anbieter muss einen neuen Schlüssel mit mindestens 2048 Bit erzeugen.</translation>
    </message>
    <message>
        <source>A signature covers what is read</source>
        <translation>Eine Signatur deckt, was gelesen wird</translation>
    </message>
    <message>
        <source>Let the provider sign the response or the assertion.</source>
        <translation>Der Anbieter muss die Antwort oder die Assertion signieren.</translation>
    </message>
    <message>
        <source>The assertion is of SAML 2.0 and has an ID</source>
        <translation>Die Assertion ist von SAML 2.0 und hat eine ID</translation>
    </message>
    <message>
        <source>The assertion names its issuer</source>
        <translation>Die Assertion nennt ihren Aussteller</translation>
    </message>
    <message>
        <source>It has a subject</source>
        <translation>Sie nennt ein Subjekt</translation>
    </message>
    <message>
        <source>The NameID is a plain text</source>
        <translation>Die NameID ist schlichter Text</translation>
    </message>
    <message>
        <source>One of our keys opens the NameID</source>
        <translation>Einer unserer Schlüssel öffnet die NameID</translation>
    </message>
    <message>
        <source>The NameID is meant for us</source>
        <translation>Die NameID ist für uns bestimmt</translation>
    </message>
    <message>
        <source>Correct the SPNameQualifier at the provider: it is our entity ID.</source>
        <translation>Berichtigen Sie den SPNameQualifier beim Anbieter: Er ist unsere Entity-ID.</translation>
    </message>
    <message>
        <source>Whoever brings it here may use it</source>
        <translation>Wer sie hierher bringt, darf sie benutzen</translation>
    </message>
    <message>
        <source>It has conditions</source>
        <translation>Sie nennt Bedingungen</translation>
    </message>
    <message>
        <source>All of its conditions are understood</source>
        <translation>Alle ihre Bedingungen werden verstanden</translation>
    </message>
    <message>
        <source>Remove the unknown condition at the provider.</source>
        <translation>Entfernen Sie die unbekannte Bedingung beim Anbieter.</translation>
    </message>
    <message>
        <source>It is valid at that time</source>
        <translation>Sie gilt zu dieser Zeit</translation>
    </message>
    <message>
        <source>Set the clocks right on both sides, or let them differ by more at the connection. A response that is some minutes old is refused rightly.</source>
        <translation>Stellen Sie die Uhren auf beiden Seiten richtig, oder lassen Sie bei der Verbindung mehr Abweichung zu. Eine Antwort, die einige Minuten alt ist, wird zu Recht abgelehnt.</translation>
    </message>
    <message>
        <source>It is meant for us</source>
        <translation>Sie ist für uns bestimmt</translation>
    </message>
    <message>
        <source>Set the audience (entity ID) at the provider to ours.</source>
        <translation>Setzen Sie die Audience (Entity-ID) beim Anbieter auf unsere.</translation>
    </message>
    <message>
        <source>It says when and how the person signed in</source>
        <translation>Sie sagt, wann und wie sich die Person angemeldet hat</translation>
    </message>
    <message>
        <source>That sign-in has happened</source>
        <translation>Diese Anmeldung liegt in der Vergangenheit</translation>
    </message>
    <message>
        <source>That sign-in is recent enough</source>
        <translation>Diese Anmeldung ist jung genug</translation>
    </message>
    <message>
        <source>The provider&apos;s session is not over</source>
        <translation>Die Sitzung beim Anbieter ist nicht vorbei</translation>
    </message>
    <message>
        <source>The sign-in was strong enough</source>
        <translation>Die Anmeldung war stark genug</translation>
    </message>
    <message>
        <source>Require the second factor at the provider, or correct the names of levels at the connection.</source>
        <translation>Verlangen Sie beim Anbieter den zweiten Faktor, oder berichtigen Sie die Namen der Stufen bei der Verbindung.</translation>
    </message>
    <message>
        <source>Each attribute is there once</source>
        <translation>Jedes Attribut kommt einmal vor</translation>
    </message>
    <message>
        <source>Let the provider send each attribute once, with all of its values.</source>
        <translation>Der Anbieter muss jedes Attribut einmal senden, mit allen seinen Werten.</translation>
    </message>
    <message>
        <source>Response and assertion have the same issuer</source>
        <translation>Antwort und Assertion haben denselben Aussteller</translation>
    </message>
    <message>
        <source>It was asked for</source>
        <translation>Um sie wurde gebeten</translation>
    </message>
    <message>
        <source>Begin at the app, or allow sign-ins that begin at the provider.</source>
        <translation>Beginnen Sie in der App, oder erlauben Sie Anmeldungen, die beim Anbieter beginnen.</translation>
    </message>
    <message>
        <source>It names the person for good</source>
        <translation>Sie benennt die Person auf Dauer</translation>
    </message>
    <message>
        <source>Let the provider send a persistent NameID or subject-id.</source>
        <translation>Der Anbieter muss eine dauerhafte NameID oder subject-id senden.</translation>
    </message>
    <message>
        <source>It was not used before</source>
        <translation>Sie wurde noch nicht benutzt</translation>
    </message>
</context>
<context>
    <name>SamlFacts</name>
    <message>
        <source>another entity ID</source>
        <translation>eine andere Entity-ID</translation>
    </message>
    <message>
        <source>another single sign-on URL</source>
        <translation>eine andere Anmelde-URL</translation>
    </message>
    <message>
        <source>another single logout URL</source>
        <translation>eine andere Abmelde-URL</translation>
    </message>
    <message>
        <source>none of the known keys</source>
        <translation>keiner der bekannten Schlüssel</translation>
    </message>
    <message>
        <source>Our entity ID</source>
        <translation>Unsere Entity-ID</translation>
    </message>
    <message>
        <source>Our logout address</source>
        <translation>Unsere Abmelde-Adresse</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>none are known yet: read the metadata</source>
        <translation>noch keine bekannt: Metadaten lesen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Metadata of %1 waits for your approval: %2. Until then the former one counts.</source>
        <translation>Metadaten vom %1 warten auf Ihre Genehmigung: %2. Bis dahin gelten die früheren.</translation>
    </message>
</context>
<context>
    <name>SamlMessage</name>
    <message>
        <source>The message&apos;s own name</source>
        <translation>Der eigene Name der Nachricht</translation>
    </message>
    <message>
        <source>The request that it answers</source>
        <translation>Die Anfrage, die sie beantwortet</translation>
    </message>
    <message>
        <source>Where it is to go; must be the address that it came to</source>
        <translation>Wohin sie soll; muss die Adresse sein, an der sie ankam</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>Wann es ausgestellt wurde</translation>
    </message>
    <message>
        <source>Who made it: an entity ID</source>
        <translation>Wer sie ausgestellt hat: eine Entity-ID</translation>
    </message>
    <message>
        <source>Whether the provider could do what was asked</source>
        <translation>Ob der Anbieter tun konnte, worum er gebeten wurde</translation>
    </message>
    <message>
        <source>The same in the provider&apos;s own words</source>
        <translation>Dasselbe in den Worten des Anbieters</translation>
    </message>
    <message>
        <source>Who signed in, as the provider names the account</source>
        <translation>Wer sich angemeldet hat, wie der Anbieter das Konto nennt</translation>
    </message>
    <message>
        <source>Who may take it: our ACS URL</source>
        <translation>Wer sie annehmen darf: unsere ACS-URL</translation>
    </message>
    <message>
        <source>For whom it was made: our entity ID</source>
        <translation>Für wen sie ausgestellt wurde: unsere Entity-ID</translation>
    </message>
    <message>
        <source>Not valid before</source>
        <translation>Nicht gültig vor</translation>
    </message>
    <message>
        <source>Not valid from then on</source>
        <translation>Ab dann nicht mehr gültig</translation>
    </message>
    <message>
        <source>When the person signed in at the provider</source>
        <translation>Wann sich die Person beim Anbieter angemeldet hat</translation>
    </message>
    <message>
        <source>The session at the provider</source>
        <translation>Die Sitzung beim Anbieter</translation>
    </message>
    <message>
        <source>How the person proved who they are</source>
        <translation>Womit die Person ihre Identität nachgewiesen hat</translation>
    </message>
    <message>
        <source>How it was signed</source>
        <translation>Wie es signiert wurde</translation>
    </message>
    <message>
        <source>What the signature is over</source>
        <translation>Worüber die Signatur geht</translation>
    </message>
    <message>
        <source>Where the answer is to go</source>
        <translation>Wohin die Antwort soll</translation>
    </message>
    <message>
        <source>The person has to sign in anew</source>
        <translation>Die Person muss sich neu anmelden</translation>
    </message>
    <message>
        <source>The person must not be asked anything</source>
        <translation>Die Person darf nichts gefragt werden</translation>
    </message>
</context>
<context>
    <name>SamlMetadata</name>
    <message>
        <source>A certificate that cannot be read</source>
        <translation>Ein Zertifikat, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>%1, expired on %2</source>
        <translation>%1, abgelaufen am %2</translation>
    </message>
    <message>
        <source>%1, until %2, days left: %3</source>
        <translation>%1, bis %2, verbleibende Tage: %3</translation>
    </message>
</context>
<context>
    <name>SamlSource</name>
    <message>
        <source>This XML is no metadata of an identity provider (IDPSSODescriptor).</source>
        <translation>Dieses XML ist kein Metadatendokument eines Identitätsanbieters (IDPSSODescriptor).</translation>
    </message>
    <message>
        <source>Recognised: SAML metadata.</source>
        <translation>Erkannt: SAML-Metadaten.</translation>
    </message>
    <message>
        <source>Recognised: SAML metadata, %1.</source>
        <translation>Erkannt: SAML-Metadaten, %1.</translation>
    </message>
    <message>
        <source>This is no https address.</source>
        <translation>Das ist keine https-Adresse.</translation>
    </message>
    <message>
        <source>This is the address of OpenID Connect metadata. SAML metadata was expected.</source>
        <translation>Das ist die Adresse von OpenID-Connect-Metadaten. Erwartet wurden SAML-Metadaten.</translation>
    </message>
    <message>
        <source>Recognised: an address of metadata. It is read by the test, and every six hours.</source>
        <translation>Erkannt: eine Adresse von Metadaten. Der Test liest sie, und danach alle sechs Stunden.</translation>
    </message>
    <message>
        <source>This is larger than 1 MiB.</source>
        <translation>Das ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>Recognised: a certificate.</source>
        <translation>Erkannt: ein Zertifikat.</translation>
    </message>
    <message>
        <source>Not recognised. Expected: SAML metadata, its address, or a certificate.</source>
        <translation>Nicht erkannt. Erwartet: SAML-Metadaten, deren Adresse oder ein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>SamlValues</name>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>SHA-256 des Zertifikats</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Our metadata</source>
        <translation>Unsere Metadaten</translation>
    </message>
    <message>
        <source>Our entity ID</source>
        <translation>Unsere Entity-ID</translation>
    </message>
    <message>
        <source>Single sign-on URL</source>
        <translation>Anmelde-URL</translation>
    </message>
    <message>
        <source>Single logout URL</source>
        <translation>Abmelde-URL</translation>
    </message>
    <message>
        <source>Signing certificate</source>
        <translation>Signaturzertifikat</translation>
    </message>
    <message>
        <source>The next certificate</source>
        <translation>Das nächste Zertifikat</translation>
    </message>
    <message>
        <source>It is made when our metadata is first read.</source>
        <translation>Es entsteht, wenn unsere Metadaten zum ersten Mal gelesen werden.</translation>
    </message>
    <message>
        <source>Opens the app</source>
        <translation>Öffnet die App</translation>
    </message>
    <message>
        <source>Its entity ID</source>
        <translation>Ihre Entity-ID</translation>
    </message>
</context>
<context>
    <name>SandboxPanel</name>
    <message>
        <source>Hold at each step</source>
        <translation>Je Schritt anhalten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Durchlaufen</translation>
    </message>
    <message>
        <source>Open sandbox sign-in</source>
        <translation>Sandbox-Anmeldung öffnen</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Sign-ins to show and to break, one step at a time; nobody here is real.</source>
        <translation>Anmeldungen zum Zeigen und zum Kaputtmachen, Schritt für Schritt; niemand hier ist echt.</translation>
    </message>
    <message>
        <source>Puts configuration, people and faults back and ends all sessions</source>
        <translation>Setzt Konfiguration, Personen und Fehler zurück und beendet alle Sitzungen</translation>
    </message>
    <message>
        <source>Nothing leaves the broker until Next; the browser shows a page that waits</source>
        <translation>Bis „Weiter“ verlässt nichts den Broker; der Browser zeigt so lange eine Warteseite</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Lets the oldest held step go (Space)</source>
        <translation>Gibt den ältesten angehaltenen Schritt frei (Leertaste)</translation>
    </message>
    <message>
        <source>Run on without holding</source>
        <translation>Ohne Anhalten durchlaufen</translation>
    </message>
    <message>
        <source>Lets every held step go and holds no more</source>
        <translation>Gibt alle angehaltenen Schritte frei und hält keine weiteren an</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Scenarios, what breaks, and who signs in</source>
        <translation>Szenarien, was schiefgeht und wer sich anmeldet</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>What the practice provider does wrong, from the next sign-in on.</source>
        <translation>Was der Übungsanbieter ab der nächsten Anmeldung falsch macht.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What breaks</source>
        <translation>Was schiefgeht</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>This tenant is not a sandbox: nothing is broken or held for real people.</source>
        <translation>Dieser Mandant ist keine Sandbox: Für echte Personen wird nichts gestört oder angehalten.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>There is no practice company here. Start Gatehouse with --demo to have one.</source>
        <translation>Hier gibt es kein Übungsunternehmen. Starten Sie Gatehouse mit --demo, um eines zu erhalten.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
    <message>
        <source>Open this address yourself: %1</source>
        <translation>Öffnen Sie diese Adresse selbst: %1</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Stand festhalten</translation>
    </message>
    <message>
        <source>Reset to snapshot</source>
        <translation>Zurück zum Stand</translation>
    </message>
    <message>
        <source>Keeps configuration, people and faults as they are now, to come back to</source>
        <translation>Hält Konfiguration, Personen und Fehler fest, wie sie jetzt sind, um darauf zurückzukommen</translation>
    </message>
    <message>
        <source>%1. The snapshot is of %2.</source>
        <translation>%1. Der Stand ist von %2.</translation>
    </message>
    <message>
        <source>There is no snapshot yet.</source>
        <translation>Es gibt noch keinen festgehaltenen Stand.</translation>
    </message>
    <message>
        <source>Snapshot taken: Reset comes back to how it is now.</source>
        <translation>Stand festgehalten: Zurücksetzen führt hierher zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Back at the snapshot: %n rows put back.</source>
        <translation>
            <numerusform>Zurück beim Stand: %n Zeile zurückgesetzt.</numerusform>
            <numerusform>Zurück beim Stand: %n Zeilen zurückgesetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Privileged changes</source>
        <translation>Änderungen mit besonderen Rechten</translation>
    </message>
    <message>
        <source>Failed sign-ins of a day</source>
        <translation>Gescheiterte Anmeldungen eines Tages</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>This file holds no saved filters.</source>
        <translation>Diese Datei enthält keine gespeicherten Filter.</translation>
    </message>
    <message>
        <source>The filter “%1” cannot be understood: %2</source>
        <translation>Der Filter „%1“ ist nicht zu verstehen: %2</translation>
    </message>
    <message>
        <source>it is empty or too long</source>
        <translation>Er ist leer oder zu lang</translation>
    </message>
    <message>
        <source>These are more than %1 filters.</source>
        <translation>Das sind mehr als %1 Filter.</translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message>
        <source>Saved filters (*.json)</source>
        <translation>Gespeicherte Filter (*.json)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>A pinned filter is a button above the log.</source>
        <translation>Ein angehefteter Filter ist ein Knopf über dem Protokoll.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import saved filters from a file</source>
        <translation>Gespeicherte Filter aus einer Datei importieren</translation>
    </message>
    <message>
        <source>Export the saved filters to a file</source>
        <translation>Gespeicherte Filter in eine Datei exportieren</translation>
    </message>
    <message>
        <source>Rename the saved filter</source>
        <translation>Gespeicherten Filter umbenennen</translation>
    </message>
    <message>
        <source>Delete the saved filter</source>
        <translation>Gespeicherten Filter löschen</translation>
    </message>
    <message>
        <source>Import saved filters</source>
        <translation>Gespeicherte Filter importieren</translation>
    </message>
    <message>
        <source>Export the saved filters</source>
        <translation>Gespeicherte Filter exportieren</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>nicht angeheftet</translation>
    </message>
    <message>
        <source>“%1” is no name that can be given.</source>
        <translation>„%1“ lässt sich nicht als Name vergeben.</translation>
    </message>
    <message>
        <source>It must not be empty, and no other filter may have it.</source>
        <translation>Er darf nicht leer sein, und kein anderer Filter darf ihn tragen.</translation>
    </message>
    <message>
        <source>The filters could not be written.</source>
        <translation>Die Filter konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) added.</source>
        <translation>
            <numerusform>%n Filter hinzugefügt.</numerusform>
            <numerusform>%n Filter hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
</context>
<context>
    <name>ScenarioList</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Start the scenario in a browser</source>
        <translation>Szenario in einem Browser starten</translation>
    </message>
    <message>
        <source>%1 signs in, and it works.</source>
        <translation>%1 meldet sich an, und es gelingt.</translation>
    </message>
    <message>
        <source>%1 signs in, and it ends with %2.</source>
        <translation>%1 meldet sich an, und es endet mit %2.</translation>
    </message>
</context>
<context>
    <name>ScimPanel</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Those that changed something</source>
        <translation>Die etwas geändert haben</translation>
    </message>
    <message>
        <source>Those that were refused</source>
        <translation>Die abgelehnt wurden</translation>
    </message>
    <message>
        <source>Let them pass for an hour</source>
        <translation>Eine Stunde lang durchlassen</translation>
    </message>
    <message>
        <source>Directories…</source>
        <translation>Verzeichnisse…</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>Testen…</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>What would it do now?</source>
        <translation>Was täte sie jetzt?</translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation>Person zeigen</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>Provisionierung</translation>
    </message>
    <message>
        <source>What directories sent over SCIM, and what it changed.</source>
        <translation>Was Verzeichnisse über SCIM gesendet haben und was es geändert hat.</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>Welche Anfragen</translation>
    </message>
    <message>
        <source>No directory has sent anything yet. Give one the address and a token.</source>
        <translation>Noch hat kein Verzeichnis etwas gesendet. Geben Sie einem die Adresse und ein Token.</translation>
    </message>
    <message>
        <source>Connect a directory</source>
        <translation>Verzeichnis verbinden</translation>
    </message>
    <message>
        <source>Select a request to see what it changed.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was sie geändert hat.</translation>
    </message>
    <message>
        <source>Performs the same on today&apos;s people and undoes it</source>
        <translation>Führt dasselbe an den heutigen Personen aus und macht es rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n deactivations are held back.</source>
        <translation>
            <numerusform>%n Deaktivierung wird zurückgehalten.</numerusform>
            <numerusform>%n Deaktivierungen werden zurückgehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 people have left within an hour; more would go than the tenant lets pass. Look at the directory&apos;s filter first.</source>
        <translation>%1 Personen sind binnen einer Stunde gegangen; es würden mehr, als der Mandant durchlässt. Sehen Sie zuerst nach dem Filter des Verzeichnisses.</translation>
    </message>
    <message>
        <source>Directories may deactivate as many people as they will, for an hour.</source>
        <translation>Verzeichnisse dürfen eine Stunde lang beliebig viele Personen deaktivieren.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Event streams…</source>
        <translation>Ereignisströme…</translation>
    </message>
    <message>
        <source>Data catalog…</source>
        <translation>Datenkatalog…</translation>
    </message>
    <message>
        <source>More about provisioning</source>
        <translation>Mehr zur Bereitstellung</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Stored. Type to replace it.</source>
        <translation>Gespeichert. Zum Ersetzen neu eingeben.</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>Secret verbergen</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Secret anzeigen</translation>
    </message>
</context>
<context>
    <name>SecretsCard</name>
    <message>
        <source>Client secrets</source>
        <translation>Client-Secrets</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Secret</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>Das alte jetzt beenden</translation>
    </message>
    <message>
        <source>The one that is used now works for another day</source>
        <translation>Das jetzt benutzte gilt noch einen Tag</translation>
    </message>
    <message>
        <source>Apps that still use it are refused from then on</source>
        <translation>Apps, die es noch benutzen, werden ab dann abgewiesen</translation>
    </message>
    <message>
        <source>A secret from before its end was kept</source>
        <translation>Ein Secret aus der Zeit, bevor das Ende aufbewahrt wurde</translation>
    </message>
    <message>
        <source>Ends with %1</source>
        <translation>Endet auf %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>erzeugt %1</translation>
    </message>
    <message>
        <source>made long ago</source>
        <translation>vor langer Zeit erzeugt</translation>
    </message>
    <message>
        <source>Replaced; works for another %1</source>
        <translation>Ersetzt; gilt noch %1</translation>
    </message>
    <message>
        <source>The current one, %1</source>
        <translation>Das aktuelle, %1</translation>
    </message>
</context>
<context>
    <name>SecretsSwitch</name>
    <message>
        <source>Keep secrets for 10 min</source>
        <translation>Secrets 10 min behalten</translation>
    </message>
    <message>
        <source>Keep codes and tokens of sign-ins for ten minutes</source>
        <translation>Codes und Token von Anmeldungen zehn Minuten behalten</translation>
    </message>
    <message>
        <source>Codes and tokens of the sign-ins of the next ten minutes stay in the broker&apos;s memory for that time, for administrators alone. The audit log says so.</source>
        <translation>Codes und Token der Anmeldungen der nächsten zehn Minuten bleiben so lange im Speicher des Brokers, nur für Verwalter. Das Protokoll sagt es.</translation>
    </message>
    <message>
        <source>%1:%2 left. Codes and tokens are kept in memory, for administrators.</source>
        <translation>Noch %1:%2. Codes und Token sind im Speicher, für Verwalter.</translation>
    </message>
</context>
<context>
    <name>SequenceView</name>
    <message>
        <source>Messages of the sign-in</source>
        <translation>Nachrichten der Anmeldung</translation>
    </message>
</context>
<context>
    <name>SessionDetail</name>
    <message>
        <source>Who has been told</source>
        <translation>Wer benachrichtigt wurde</translation>
    </message>
    <message>
        <source>Apps in this session</source>
        <translation>Apps in dieser Sitzung</translation>
    </message>
    <message>
        <source>No app has asked for tokens yet.</source>
        <translation>Noch keine App hat Tokens angefordert.</translation>
    </message>
    <message>
        <source>No app in this session has a back-channel logout address.</source>
        <translation>Keine App in dieser Sitzung hat eine Back-Channel-Logout-Adresse.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>Endet von selbst</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Session id</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>A deleted app</source>
        <translation>Eine gelöschte App</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <translation>erneuert %1</translation>
    </message>
    <message>
        <source>signed in %1</source>
        <translation>angemeldet %1</translation>
    </message>
    <message>
        <source>%1, may use %2</source>
        <translation>%1, darf %2 nutzen</translation>
    </message>
    <message>
        <source>%1 after the end</source>
        <translation>%1 nach dem Ende</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Being told now</source>
        <translation>Wird gerade benachrichtigt</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>It answered %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>It did not answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln tries</source>
        <translation>
            <numerusform>%1, ein Versuch</numerusform>
            <numerusform>%1, %Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>Nächster Versuch: %1</translation>
    </message>
    <message>
        <source>Will be tried again</source>
        <translation>Wird erneut versucht</translation>
    </message>
    <message>
        <source>Signed in from</source>
        <translation>Angemeldet von</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Not confirmed by all</source>
        <translation>Nicht von allen bestätigt</translation>
    </message>
    <message>
        <source>Telling apps</source>
        <translation>Apps werden benachrichtigt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>a deleted app</source>
        <translation>eine gelöschte App</translation>
    </message>
    <message>
        <source>a deleted person</source>
        <translation>eine gelöschte Person</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>address changed</source>
        <translation>Adresse geändert</translation>
    </message>
    <message>
        <source>unbound token</source>
        <translation>ungebundenes Token</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Not bound to a key</source>
        <translation>Nicht an einen Schlüssel gebunden</translation>
    </message>
    <message>
        <source>Bound to a key</source>
        <translation>An einen Schlüssel gebunden</translation>
    </message>
    <message>
        <source>%1, app session of %2</source>
        <translation>%1, App-Sitzung von %2</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Auffälliges</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Unknown device</source>
        <translation>Unbekanntes Gerät</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>browser, operating system</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The person signed out</source>
        <translation>Die Person hat sich abgemeldet</translation>
    </message>
    <message>
        <source>An administrator ended it</source>
        <translation>Von der Administration beendet</translation>
    </message>
    <message>
        <source>An administrator ended all sessions</source>
        <translation>Die Administration hat alle Sitzungen beendet</translation>
    </message>
    <message>
        <source>The person was deactivated</source>
        <translation>Die Person wurde deaktiviert</translation>
    </message>
    <message>
        <source>The person was deleted</source>
        <translation>Die Person wurde gelöscht</translation>
    </message>
    <message>
        <source>The identity provider was switched off</source>
        <translation>Der Identitätsanbieter wurde ausgeschaltet</translation>
    </message>
    <message>
        <source>The identity provider was deleted</source>
        <translation>Der Identitätsanbieter wurde gelöscht</translation>
    </message>
    <message>
        <source>The tenant was suspended</source>
        <translation>Der Mandant wurde gesperrt</translation>
    </message>
    <message>
        <source>The person signed out at the identity provider</source>
        <translation>Die Person hat sich beim Identitätsanbieter abgemeldet</translation>
    </message>
</context>
<context>
    <name>SessionsPanel</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Show ended ones</source>
        <translation>Beendete zeigen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Sign out many…</source>
        <translation>Viele abmelden…</translation>
    </message>
    <message>
        <source>Sign out this person…</source>
        <translation>Diese Person abmelden…</translation>
    </message>
    <message>
        <source>Sign out this device…</source>
        <translation>Dieses Gerät abmelden…</translation>
    </message>
    <message>
        <source>Devices that people are signed in at, and the apps they use there.</source>
        <translation>Geräte, an denen Personen angemeldet sind, und die Apps, die sie dort benutzen.</translation>
    </message>
    <message>
        <source>Nobody is signed in right now.</source>
        <translation>Gerade ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Open sandbox sign-in</source>
        <translation>Sandbox-Anmeldung öffnen</translation>
    </message>
    <message>
        <source>Select a device to see the apps that are signed in there.</source>
        <translation>Wählen Sie ein Gerät, um die dort angemeldeten Apps zu sehen.</translation>
    </message>
    <message>
        <source>A deleted person</source>
        <translation>Eine gelöschte Person</translation>
    </message>
    <message>
        <source>Sign out %1 on this device</source>
        <translation>%1 auf diesem Gerät abmelden</translation>
    </message>
    <message>
        <source>Signed out %1.</source>
        <translation>%1 wurde abgemeldet.</translation>
    </message>
    <message>
        <source>Sign out %1 everywhere</source>
        <translation>%1 überall abmelden</translation>
    </message>
    <message>
        <source>Sign out many</source>
        <translation>Viele abmelden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions ended.</source>
        <translation>
            <numerusform>Eine Sitzung beendet.</numerusform>
            <numerusform>%Ln Sitzungen beendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in</source>
        <translation>Gesperrt: niemand kann sich anmelden</translation>
    </message>
    <message>
        <source>When they first sign in</source>
        <translation>Bei der ersten Anmeldung</translation>
    </message>
    <message>
        <source>By the company&apos;s directory (SCIM)</source>
        <translation>Durch das Verzeichnis des Unternehmens (SCIM)</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>Nur von Hand</translation>
    </message>
    <message>
        <source>By verified e-mail, once</source>
        <translation>Einmalig über bestätigte E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Replace with those of the sign-in</source>
        <translation>Durch die der Anmeldung ersetzen</translation>
    </message>
    <message>
        <source>Merge: keep those given by hand</source>
        <translation>Zusammenführen: von Hand vergebene bleiben</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>For emergencies only</source>
        <translation>Nur für Notfälle</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Note it in the log</source>
        <translation>Im Protokoll vermerken</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Ask to sign in again</source>
        <translation>Erneute Anmeldung verlangen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How people get in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Neue Personen</translation>
    </message>
    <message>
        <source>Existing people</source>
        <translation>Bekannte Personen</translation>
    </message>
    <message>
        <source>How a first sign-in finds somebody who is already known here.</source>
        <translation>Wie eine erste Anmeldung jemanden findet, der hier schon bekannt ist.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Local accounts</source>
        <translation>Lokale Konten</translation>
    </message>
    <message>
        <source>Required level</source>
        <translation>Geforderte Stufe</translation>
    </message>
    <message>
        <source>Authentication levels (acr) that are enough; empty: any.</source>
        <translation>Authentifizierungsstufen (acr), die genügen; leer: jede.</translation>
    </message>
    <message>
        <source>Stronger levels</source>
        <translation>Stärkere Stufen</translation>
    </message>
    <message>
        <source>Stronger&gt;weaker, for levels of your own: who reached the one has met the other.</source>
        <translation>Stärker&gt;schwächer, für eigene Stufen: Wer die eine erreicht hat, erfüllt die andere.</translation>
    </message>
    <message>
        <source>Blocked addresses</source>
        <translation>Gesperrte Adressen</translation>
    </message>
    <message>
        <source>Addresses and ranges. Nobody signs in from there, and sessions there end when you save.</source>
        <translation>Adressen und Bereiche. Von dort meldet sich niemand an, und Sitzungen dort enden beim Speichern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pair. Write for example vault&gt;urn:gatehouse:aal2</source>
        <translation>„%1“ ist kein Paar. Schreiben Sie zum Beispiel vault&gt;urn:gatehouse:aal2</translation>
    </message>
    <message>
        <source>Language of pages</source>
        <translation>Sprache der Seiten</translation>
    </message>
    <message>
        <source>For people whose app and browser ask for none of these.</source>
        <translation>Für Personen, deren App und Browser keine dieser Sprachen verlangen.</translation>
    </message>
    <message>
        <source>How long they stay</source>
        <translation>Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Ends after this, whatever happens.</source>
        <translation>Endet danach in jedem Fall.</translation>
    </message>
    <message>
        <source>Idle session</source>
        <translation>Inaktive Sitzung</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>When something looks wrong</source>
        <translation>Bei Auffälligkeiten</translation>
    </message>
    <message>
        <source>Address changes</source>
        <translation>Adresswechsel</translation>
    </message>
    <message>
        <source>Unusual sign-in</source>
        <translation>Auffällige Anmeldung</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>unit</comment>
        <translation> MB</translation>
    </message>
    <message>
        <source>Recorded logins</source>
        <translation>Aufgezeichnete Anmeldungen</translation>
    </message>
    <message>
        <source>Kept sealed, without secrets, so that they can be looked into and tried against a draft. The oldest go first.</source>
        <translation>Verschlüsselt und ohne Secrets aufbewahrt, um sie zu untersuchen und gegen einen Entwurf zu testen. Die ältesten entfallen zuerst.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Logins; 0 records none.</source>
        <translation>Anmeldungen; bei 0 wird keine aufgezeichnet.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>This is no time span. Write for example 12 h or 30 min.</source>
        <translation>Das ist keine Zeitspanne. Schreiben Sie zum Beispiel 12 h oder 30 min.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>Wird benötigt.</translation>
    </message>
    <message>
        <source>Part of every address of this tenant. Lower case, digits, hyphens.</source>
        <translation>Teil jeder Adresse dieses Mandanten. Kleinbuchstaben, Ziffern, Bindestriche.</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>They change by themselves, and each is published before it signs.</source>
        <translation>Sie wechseln von selbst, und jeder wird veröffentlicht, bevor er signiert.</translation>
    </message>
    <message>
        <source>A key signs for</source>
        <translation>Ein Schlüssel signiert</translation>
    </message>
    <message>
        <source>Then the next one takes over; 0 s: keys are changed by hand alone.</source>
        <translation>Dann übernimmt der nächste; 0 s: Schlüssel werden nur von Hand gewechselt.</translation>
    </message>
    <message>
        <source>Published before</source>
        <translation>Vorab veröffentlicht</translation>
    </message>
    <message>
        <source>How long everybody has to fetch the next key before it signs.</source>
        <translation>Wie lange alle Zeit haben, den nächsten Schlüssel zu holen, bevor er signiert.</translation>
    </message>
    <message>
        <source>At least an hour, or 0 s for by hand alone.</source>
        <translation>Mindestens eine Stunde, oder 0 s für nur von Hand.</translation>
    </message>
    <message>
        <source>From 10 min to 30 days.</source>
        <translation>Von 10 Minuten bis 30 Tage.</translation>
    </message>
    <message>
        <source> /s</source>
        <comment>requests a second</comment>
        <translation> /s</translation>
    </message>
    <message>
        <source> %</source>
        <comment>unit</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>The company&apos;s directory (SCIM)</source>
        <translation>Das Verzeichnis der Firma (SCIM)</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Erste Anmeldung</translation>
    </message>
    <message>
        <source>By what it finds the person that the directory made: externalId, userName, email, in this order.</source>
        <translation>Woran sie die Person findet, die das Verzeichnis angelegt hat: externalId, userName, email, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Of all its clients together; for a moment twice as many.</source>
        <translation>Von allen seinen Clients zusammen; für einen Moment doppelt so viele.</translation>
    </message>
    <message>
        <source>Deactivations</source>
        <translation>Deaktivierungen</translation>
    </message>
    <message>
        <source>Of the active people, in an hour. More is refused until you raise this; 100 % lets all pass.</source>
        <translation>Von den aktiven Personen, in einer Stunde. Mehr wird abgelehnt, bis du dies erhöhst; 100 % lässt alle durch.</translation>
    </message>
</context>
<context>
    <name>ShortcutPage</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Aktionen filtern</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Assign keys</source>
        <translation>Tasten zuweisen</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Standardtasten</translation>
    </message>
    <message>
        <source>All to default</source>
        <translation>Alle auf Standard</translation>
    </message>
    <message>
        <source>%1 has these keys already. Take them away there first.</source>
        <translation>%1 hat diese Tasten schon. Entfernen Sie sie zuerst dort.</translation>
    </message>
    <message>
        <source>No keys any more.</source>
        <translation>Keine Tasten mehr zugewiesen.</translation>
    </message>
    <message>
        <source>%1 it is.</source>
        <translation>Jetzt gilt %1.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Lists and forms</source>
        <translation>Listen und Formulare</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Change them in Preferences.</source>
        <translation>In den Einstellungen können Sie sie ändern.</translation>
    </message>
    <message>
        <source>&amp;Print as PDF …</source>
        <translation>Als PDF &amp;drucken …</translation>
    </message>
    <message>
        <source>Shortcuts as a document to print</source>
        <translation>Tastenkürzel als Dokument zum Drucken</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>ShownOnce</name>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe es gesichert</translation>
    </message>
    <message>
        <source>Hide the secret</source>
        <translation>Secret verbergen</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Secret anzeigen</translation>
    </message>
</context>
<context>
    <name>SignInClock</name>
    <message>
        <source>Fresh sign-in</source>
        <translation>Frische Anmeldung</translation>
    </message>
    <message>
        <source>Sign-in not fresh</source>
        <translation>Anmeldung nicht mehr frisch</translation>
    </message>
    <message>
        <source>Keys, connections and other privileged matters ask you to sign in again.</source>
        <translation>Für Schlüssel, Verbindungen und anderes Heikle melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>Fresh sign-in %1:%2</source>
        <translation>Frisch angemeldet %1:%2</translation>
    </message>
    <message>
        <source>So long you can change keys, connections and other privileged matters without signing in again.</source>
        <translation>So lange ändern Sie Schlüssel, Verbindungen und anderes Heikle ohne neue Anmeldung.</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions end</source>
        <translation>
            <numerusform>Eine Sitzung endet</numerusform>
            <numerusform>%Ln Sitzungen enden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people</source>
        <translation>
            <numerusform>von einer Person</numerusform>
            <numerusform>von %Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is signed in who is meant by this.</source>
        <translation>Niemand, der damit gemeint ist, ist angemeldet.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>12 sessions end, of 3 people.</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Told at once: %1</source>
        <translation>Sofort benachrichtigt: %1</translation>
    </message>
    <message>
        <source>Not told, for want of a back-channel logout address; their tokens are refused at once: %1</source>
        <translation>Nicht benachrichtigt, da ohne Back-Channel-Logout-Adresse; ihre Tokens werden sofort abgelehnt: %1</translation>
    </message>
    <message>
        <source>This cannot be taken back. Type %1 to go on.</source>
        <translation>Das lässt sich nicht zurücknehmen. Geben Sie %1 ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
</context>
<context>
    <name>SnippetCard</name>
    <message>
        <source>Copy into the app</source>
        <translation>In die App kopieren</translation>
    </message>
    <message>
        <source>With the secret that was made just now</source>
        <translation>Mit dem eben erzeugten Secret</translation>
    </message>
    <message>
        <source>snippet</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Snippet for</source>
        <translation>Vorlage für</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>The secret is in it: it leaves the clipboard after a minute.</source>
        <translation>Das Secret steht darin: Es verlässt die Zwischenablage nach einer Minute.</translation>
    </message>
    <message>
        <source>Put the client secret in where it says %1.</source>
        <translation>Setzen Sie das Client-Secret ein, wo %1 steht.</translation>
    </message>
    <message>
        <source>Nothing in it is secret.</source>
        <translation>Nichts darin ist geheim.</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>This JSON has no &quot;issuer&quot;: a discovery document was expected.</source>
        <translation>Dieses JSON enthält keinen „issuer“: Erwartet wurde ein Discovery-Dokument.</translation>
    </message>
    <message>
        <source>Recognised: an OpenID Connect discovery document.</source>
        <translation>Erkannt: ein Discovery-Dokument für OpenID Connect.</translation>
    </message>
    <message>
        <source>This is no https address.</source>
        <translation>Das ist keine https-Adresse.</translation>
    </message>
    <message>
        <source>This is the address of SAML metadata. An OpenID Connect issuer was expected.</source>
        <translation>Das ist die Adresse von SAML-Metadaten. Erwartet wurde ein Issuer für OpenID Connect.</translation>
    </message>
    <message>
        <source>Recognised: the address of a discovery document. The issuer is what stands before it.</source>
        <translation>Erkannt: die Adresse eines Discovery-Dokuments. Der Issuer ist der Teil davor.</translation>
    </message>
    <message>
        <source>An issuer has no &quot;?&quot; and no &quot;#&quot;. Paste the address of the metadata instead.</source>
        <translation>Ein Issuer enthält weder „?“ noch „#“. Fügen Sie stattdessen die Adresse der Metadaten ein.</translation>
    </message>
    <message>
        <source>Recognised: an issuer address.</source>
        <translation>Erkannt: die Adresse eines Issuers.</translation>
    </message>
    <message>
        <source>This is SAML metadata. An OpenID Connect issuer or discovery document was expected.</source>
        <translation>Das sind SAML-Metadaten. Erwartet wurde ein Issuer oder ein Discovery-Dokument für OpenID Connect.</translation>
    </message>
    <message>
        <source>This is a web page or XML. Paste the address of the discovery document, or its JSON.</source>
        <translation>Das ist eine Webseite oder XML. Fügen Sie die Adresse des Discovery-Dokuments oder dessen JSON ein.</translation>
    </message>
    <message>
        <source>Not recognised. Expected: an issuer address such as https://login.company.com, the address of a discovery document, or its JSON.</source>
        <translation>Nicht erkannt. Erwartet: die Adresse eines Issuers wie https://login.company.com, die Adresse eines Discovery-Dokuments oder dessen JSON.</translation>
    </message>
    <message>
        <source>This looks like JSON, but cannot be read: %1 at character %2.</source>
        <translation>Das sieht nach JSON aus, ist aber nicht lesbar: %1 bei Zeichen %2.</translation>
    </message>
</context>
<context>
    <name>StageFixes</name>
    <message>
        <source>Copied the redirect URI.</source>
        <translation>Die Redirect-URI wurde kopiert.</translation>
    </message>
    <message>
        <source>The broker calls identity providers directly, without a proxy.</source>
        <translation>Der Broker ruft Identitätsanbieter direkt auf, ohne Proxy.</translation>
    </message>
    <message>
        <source>The broker calls identity providers through the proxy %1.</source>
        <translation>Der Broker ruft Identitätsanbieter über den Proxy %1 auf.</translation>
    </message>
    <message>
        <source>It is chosen where the broker is started: gatehoused serve --outbound-proxy http://proxy:3128, or gatehouse with the same option for the broker inside this console. The environment (https_proxy) is not read.</source>
        <translation>Er wird beim Start des Brokers gewählt: gatehoused serve --outbound-proxy http://proxy:3128, oder gatehouse mit derselben Option für den Broker in dieser Konsole. Die Umgebung (https_proxy) wird nicht gelesen.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock says %1 UTC.</source>
        <translation>Die Uhr dieses Rechners zeigt %1 UTC.</translation>
    </message>
    <message>
        <source>Compare it with a clock you trust, and switch time synchronisation on.</source>
        <translation>Vergleichen Sie sie mit einer Uhr, der Sie trauen, und schalten Sie den Zeitabgleich ein.</translation>
    </message>
    <message>
        <source>The signing certificate of %1 expires on %2.</source>
        <translation>Das Signaturzertifikat von %1 läuft am %2 ab.</translation>
    </message>
    <message>
        <source>The bell says so again on %1.</source>
        <translation>Die Glocke erinnert am %1 daran.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>broker address</source>
        <translation>Adresse des Brokers</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Broker running</source>
        <translation>Broker läuft</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>95 of 100 logins of the last hour took the broker less than this. The target is %1.</source>
        <translation>Bei 95 von 100 Anmeldungen der letzten Stunde brauchte der Broker weniger Zeit als hier angegeben. Das Ziel ist %1.</translation>
    </message>
    <message>
        <source>Up %1, since %2</source>
        <translation>In Betrieb %1, seit %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Checked every 3 s</source>
        <translation>Wird alle 3 s geprüft</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht live</translation>
    </message>
    <message>
        <source>Lists change as things happen.</source>
        <translation>Listen aktualisieren sich laufend.</translation>
    </message>
    <message>
        <source>The broker&apos;s event stream cannot be reached now.</source>
        <translation>Der Ereignisstrom des Brokers ist gerade nicht erreichbar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s)</source>
        <translation>
            <numerusform>%Ln App</numerusform>
            <numerusform>%Ln Apps</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
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
        <translation>%1: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members come</source>
        <translation>
            <numerusform>%Ln Mitglied kommt</numerusform>
            <numerusform>%Ln Mitglieder kommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members go</source>
        <translation>
            <numerusform>%Ln Mitglied geht</numerusform>
            <numerusform>%Ln Mitglieder gehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>refused: what was said</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Tat</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>StepUpStrip</name>
    <message>
        <source>Sign in in the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Fresh sign-in</source>
        <translation>Frische Anmeldung</translation>
    </message>
    <message>
        <source>This wants a fresh sign-in. It goes on by itself when you have made it.</source>
        <translation>Das verlangt eine frische Anmeldung. Danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Waiting for you in the browser …</source>
        <translation>Wartet auf Sie im Browser …</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Held message</source>
        <translation>Angehaltene Nachricht</translation>
    </message>
    <message>
        <source>Steps of the scenario</source>
        <translation>Schritte des Szenarios</translation>
    </message>
    <message>
        <source>Nothing is held. Start a scenario; its first step waits here for Next.</source>
        <translation>Nichts ist angehalten. Starten Sie ein Szenario; sein erster Schritt wartet hier auf „Weiter“.</translation>
    </message>
    <message>
        <source>Choose a scenario and start it. Hold at each step shows it one message at a time.</source>
        <translation>Wählen Sie ein Szenario und starten Sie es. „Bei jedem Schritt anhalten“ zeigt es Nachricht für Nachricht.</translation>
    </message>
    <message>
        <source>%1 → %2, held since %3</source>
        <translation>%1 → %2, angehalten seit %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2, held since %3; %n more wait behind it</source>
        <translation>
            <numerusform>%1 → %2, angehalten seit %3; %n weitere Nachricht wartet dahinter</numerusform>
            <numerusform>%1 → %2, angehalten seit %3; %n weitere Nachrichten warten dahinter</numerusform>
        </translation>
    </message>
    <message>
        <source>held now</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht aus</translation>
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
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Polled</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Last taken</source>
        <translation>Zuletzt angenommen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>StreamsDialog</name>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>New bearer token</source>
        <translation>Neues Bearer-Token</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Gatehouse sends them</source>
        <translation>Gatehouse sendet sie</translation>
    </message>
    <message>
        <source>The receiver asks</source>
        <translation>Der Empfänger fragt</translation>
    </message>
    <message>
        <source>Tell this receiver</source>
        <translation>Diesem Empfänger melden</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Event streams of %1</source>
        <translation>Ereignisströme von %1</translation>
    </message>
    <message>
        <source>Nobody is told what happens to people and groups yet.</source>
        <translation>Noch erfährt niemand, was mit Personen und Gruppen geschieht.</translation>
    </message>
    <message>
        <source>While it is off, events are kept and told later</source>
        <translation>Solange er aus ist, werden Ereignisse behalten und später gemeldet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tell another receiver</source>
        <translation>Weiterem Empfänger melden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What it is called here.</source>
        <translation>Wie er hier heißt.</translation>
    </message>
    <message>
        <source>&amp;Audience</source>
        <translation>&amp;Zielgruppe</translation>
    </message>
    <message>
        <source>What the receiver is called in its tokens, mostly its address.</source>
        <translation>Wie der Empfänger in seinen Tokens heißt, meist seine Adresse.</translation>
    </message>
    <message>
        <source>&amp;Delivery</source>
        <translation>Z&amp;ustellung</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Where the receiver takes events.</source>
        <translation>Wo der Empfänger Ereignisse annimmt.</translation>
    </message>
    <message>
        <source>Au&amp;thorization</source>
        <translation>Au&amp;torisierung</translation>
    </message>
    <message>
        <source>The whole header that the receiver wants, such as Bearer and its token. May be empty.</source>
        <translation>Der ganze Header, den der Empfänger verlangt, etwa Bearer und sein Token. Darf leer sein.</translation>
    </message>
    <message>
        <source>%1 asks at %2 with it. It is shown this once and kept nowhere.</source>
        <translation>%1 fragt damit bei %2. Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
</context>
<context>
    <name>SyncForm</name>
    <message>
        <source>Pull: its people become ours</source>
        <translation>Holen: seine Personen werden unsere</translation>
    </message>
    <message>
        <source>Push: our people become its people</source>
        <translation>Bringen: unsere Personen werden seine</translation>
    </message>
    <message>
        <source>Runs by itself</source>
        <translation>Läuft von selbst</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Is deactivated</source>
        <translation>Wird deaktiviert</translation>
    </message>
    <message>
        <source>Is deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>Fixed once it exists.</source>
        <translation>Steht fest, sobald es sie gibt.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Of the SCIM service, without /Users.</source>
        <translation>Des SCIM-Dienstes, ohne /Users.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>A bearer token of the service. It is given again whenever the address changes.</source>
        <translation>Ein Bearer-Token des Dienstes. Bei jeder neuen Adresse ist es neu anzugeben.</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>From one pull to the next. A push follows each change within seconds, and looks for drift as often as this says.</source>
        <translation>Von einem Holen zum nächsten. Ein Bringen folgt jeder Änderung binnen Sekunden und sucht so oft nach Abweichungen.</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Whose people it brings: who signs in there is found by name and external id.</source>
        <translation>Wessen Personen es bringt: Wer sich dort anmeldet, wird über Namen und externe ID gefunden.</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>Whose members go there, with the groups. Without any: everybody.</source>
        <translation>Deren Mitglieder hingehen, mit den Gruppen. Ohne: alle.</translation>
    </message>
    <message>
        <source>Who is &amp;gone from the source</source>
        <translation>Wer in der Quelle &amp;fehlt</translation>
    </message>
    <message>
        <source>Before anybody loses access the source is asked once more. Many at once are held back until somebody confirms their number.</source>
        <translation>Bevor jemand den Zugang verliert, wird die Quelle noch einmal gefragt. Viele auf einmal werden zurückgehalten, bis jemand ihre Zahl bestätigt.</translation>
    </message>
    <message>
        <source>Is needed.</source>
        <translation>Wird gebraucht.</translation>
    </message>
    <message>
        <source>An address such as https://app.example/scim/v2.</source>
        <translation>Eine Adresse wie https://app.example/scim/v2.</translation>
    </message>
    <message>
        <source>A minute to 30 days, such as 1 h.</source>
        <translation>Eine Minute bis 30 Tage, zum Beispiel 1 h.</translation>
    </message>
    <message>
        <source>The address is another one: give its token.</source>
        <translation>Die Adresse ist eine andere: geben Sie ihr Token an.</translation>
    </message>
</context>
<context>
    <name>SyncModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>From here to it</source>
        <translation>Von hier dorthin</translation>
    </message>
    <message>
        <source>From it to here</source>
        <translation>Von dort hierher</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Abgewichen</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Im Gleichschritt</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>Wiedererkennen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>noch nicht da</translation>
    </message>
    <message>
        <source>changed at the source</source>
        <translation>in der Quelle geändert</translation>
    </message>
    <message>
        <source>changed at the target by itself</source>
        <translation>am Ziel von selbst geändert</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>the source has it no longer</source>
        <translation>die Quelle hat es nicht mehr</translation>
    </message>
    <message>
        <source>the target&apos;s own</source>
        <translation>dem Ziel eigen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>the source has it after all</source>
        <translation>die Quelle hat es doch</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to create</source>
        <translation>
            <numerusform>%Ln anzulegen</numerusform>
            <numerusform>%Ln anzulegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to update</source>
        <translation>
            <numerusform>%Ln zu ändern</numerusform>
            <numerusform>%Ln zu ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to deactivate</source>
        <translation>
            <numerusform>%Ln zu deaktivieren</numerusform>
            <numerusform>%Ln zu deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to delete</source>
        <translation>
            <numerusform>%Ln zu löschen</numerusform>
            <numerusform>%Ln zu löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were found to be the same.</source>
        <translation>
            <numerusform>%Ln wurde wiedererkannt.</numerusform>
            <numerusform>%Ln wurden wiedererkannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ in nothing.</source>
        <translation>
            <numerusform>%Ln ist gleich.</numerusform>
            <numerusform>%Ln sind gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>%Ln hat sich am Ziel von selbst geändert.</numerusform>
            <numerusform>%Ln haben sich am Ziel von selbst geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are the target&apos;s own and stay.</source>
        <translation>
            <numerusform>%Ln ist dem Ziel eigen und bleibt.</numerusform>
            <numerusform>%Ln sind dem Ziel eigen und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>%Ln angelegt</numerusform>
            <numerusform>%Ln angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deactivated</source>
        <translation>
            <numerusform>%Ln deaktiviert</numerusform>
            <numerusform>%Ln deaktiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln gelöscht</numerusform>
            <numerusform>%Ln gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recognised</source>
        <translation>
            <numerusform>%Ln wiedererkannt</numerusform>
            <numerusform>%Ln wiedererkannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not done</source>
        <translation>
            <numerusform>%Ln nicht erledigt</numerusform>
            <numerusform>%Ln nicht erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>So many people would lose their access that somebody has to confirm it.</source>
        <translation>So viele Personen würden den Zugang verlieren, dass jemand es bestätigen muss.</translation>
    </message>
    <message>
        <source>Too much failed in a row to go on. The last answer: %1</source>
        <translation>Zu viel scheiterte hintereinander. Die letzte Antwort: %1</translation>
    </message>
    <message>
        <source>The service refuses: %1</source>
        <translation>Der Dienst lehnt ab: %1</translation>
    </message>
    <message>
        <source>What the service answers is no SCIM: %1</source>
        <translation>Was der Dienst antwortet, ist kein SCIM: %1</translation>
    </message>
</context>
<context>
    <name>SyncsPanel</name>
    <message>
        <source>Synchronisations</source>
        <translation>Synchronisationen</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Asking both sides</source>
        <translation>Beide Seiten werden gefragt</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>People and groups that are pulled from another SCIM service, or pushed to one.</source>
        <translation>Personen und Gruppen, die von einem anderen SCIM-Dienst geholt oder zu einem gebracht werden.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a synchronisation</source>
        <translation>Synchronisation hinzufügen</translation>
    </message>
    <message>
        <source>Nothing is pulled or pushed yet. Another service&apos;s people can become yours, or yours an app&apos;s.</source>
        <translation>Noch wird nichts geholt oder gebracht. Personen eines anderen Dienstes können Ihre werden, oder Ihre die einer App.</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <source>%v of %m steps</source>
        <comment>progress: %v and %m are numbers</comment>
        <translation>%v von %m Schritten</translation>
    </message>
    <message>
        <source>Says what a run would do now, and writes nothing</source>
        <translation>Sagt, was ein Lauf jetzt täte, und schreibt nichts</translation>
    </message>
    <message>
        <source>Makes the target what the source is</source>
        <translation>Macht das Ziel zu dem, was die Quelle ist</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the synchronisation</source>
        <translation>Teile der Synchronisation</translation>
    </message>
    <message>
        <source>Delete this synchronisation</source>
        <translation>Diese Synchronisation löschen</translation>
    </message>
    <message>
        <source>Select a synchronisation to see what it does.</source>
        <translation>Wählen Sie eine Synchronisation, um zu sehen, was sie tut.</translation>
    </message>
    <message>
        <source>New synchronisation</source>
        <translation>Neue Synchronisation</translation>
    </message>
    <message>
        <source>Look at a dry run before the first run.</source>
        <translation>Sehen Sie sich vor dem ersten Lauf einen Probelauf an.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access.</source>
        <translation>
            <numerusform>%Ln Person würde den Zugang verlieren.</numerusform>
            <numerusform>%Ln Personen würden den Zugang verlieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is more than may go without a question: everything else was done. Look at a dry run, then run it and confirm the number.</source>
        <translation>Das sind mehr, als ohne Frage gehen dürfen: alles andere ist erledigt. Sehen Sie sich einen Probelauf an, dann führen Sie ihn aus und bestätigen die Zahl.</translation>
    </message>
    <message>
        <source>The last run did not get through.</source>
        <translation>Der letzte Lauf kam nicht durch.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at the target by themselves.</source>
        <translation>
            <numerusform>%Ln hat sich am Ziel von selbst geändert.</numerusform>
            <numerusform>%Ln haben sich am Ziel von selbst geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>A dry run shows which and how; a run makes them what the source says.</source>
        <translation>Ein Probelauf zeigt welche und wie; ein Lauf macht sie zu dem, was die Quelle sagt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Known on both sides</source>
        <translation>Auf beiden Seiten bekannt</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>12 people and 3 groups</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Last that got through</source>
        <translation>Letzter, der durchkam</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Next look for drift</source>
        <translation>Nächste Suche nach Abweichungen</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Correct the marked fields first</source>
        <translation>Berichtigen Sie zuerst die markierten Felder</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen und dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete the synchronisation %1?</source>
        <translation>Die Synchronisation %1 löschen?</translation>
    </message>
    <message>
        <source>People and groups stay as they are, here and there. What was known to be the same on both sides is forgotten.</source>
        <translation>Personen und Gruppen bleiben, wie sie sind, hier und dort. Was auf beiden Seiten als dasselbe bekannt war, wird vergessen.</translation>
    </message>
    <message>
        <source>Nothing was written, here or there.</source>
        <translation>Nichts wurde geschrieben, weder hier noch dort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people would lose their access. Go on?</source>
        <translation>
            <numerusform>%Ln Person würde den Zugang verlieren. Fortfahren?</numerusform>
            <numerusform>%Ln Personen würden den Zugang verlieren. Fortfahren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Their sessions and tokens end at once.</source>
        <translation>Ihre Sitzungen und Tokens enden sofort.</translation>
    </message>
    <message>
        <source>The list below shows each of them, and why. If the source is wrong, mend it first.</source>
        <translation>Die Liste darunter zeigt jede und warum. Ist die Quelle falsch, berichtigen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>It ran: %1. What was not done is tried again.</source>
        <translation>Gelaufen: %1. Was nicht geschah, wird wieder versucht.</translation>
    </message>
    <message>
        <source>It ran: %1.</source>
        <translation>Gelaufen: %1.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy row as JSON</source>
        <translation>Zeile als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Filter by “%1”</source>
        <translation>Nach „%1“ filtern</translation>
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation>„%1“ ausschließen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
</context>
<context>
    <name>TasksTray</name>
    <message>
        <source>What the console is busy with</source>
        <translation>Womit die Konsole beschäftigt ist</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Aufgaben erledigt</translation>
    </message>
    <message>
        <source>Tasks %1</source>
        <translation>Aufgaben %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message numerus="yes">
        <source>Tasks, %n running</source>
        <translation>
            <numerusform>Aufgaben, %n läuft</numerusform>
            <numerusform>Aufgaben, %n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>Zurzeit läuft nichts.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>TenantModel</name>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>TenantsPanel</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Work on this tenant</source>
        <translation>Mit diesem Mandanten arbeiten</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>Prüfen und anwenden</translation>
    </message>
    <message>
        <source>Each tenant is a company with its own people, keys and identity providers.</source>
        <translation>Jeder Mandant ist ein Unternehmen mit eigenen Personen, Schlüsseln und Identitätsanbietern.</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>Neuer Mandant</translation>
    </message>
    <message>
        <source>No tenant yet. A tenant is a company whose people sign in here.</source>
        <translation>Noch kein Mandant. Ein Mandant ist ein Unternehmen, dessen Personen sich hier anmelden.</translation>
    </message>
    <message>
        <source>Create a tenant</source>
        <translation>Mandanten anlegen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Parts of the tenant</source>
        <translation>Bereiche des Mandanten</translation>
    </message>
    <message>
        <source>Select a tenant to see its settings and domains.</source>
        <translation>Wählen Sie einen Mandanten, um seine Einstellungen und Domains zu sehen.</translation>
    </message>
    <message>
        <source>Look at what changes, then apply it (Ctrl+S)</source>
        <translation>Änderungen ansehen und dann anwenden (Strg+S)</translation>
    </message>
    <message>
        <source>Its signing keys are made at once; nobody can sign in before an identity provider is connected.</source>
        <translation>Seine Signaturschlüssel werden sofort erzeugt; anmelden kann sich erst jemand, wenn ein Identitätsanbieter verbunden ist.</translation>
    </message>
    <message>
        <source>Rename the tenant</source>
        <translation>Mandanten umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this tenant</source>
        <translation>Diesen Mandanten löschen</translation>
    </message>
    <message>
        <source>Deletes it with its people, keys and log, after its name was typed</source>
        <translation>Löscht ihn mit seinen Personen, Schlüsseln und seinem Protokoll, nachdem sein Name eingetippt wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No app of its own trusts it yet.</source>
        <translation>Noch vertraut ihm keine eigene App.</translation>
    </message>
    <message>
        <source>These apps have to be changed: %1.</source>
        <translation>Diese Apps müssen geändert werden: %1.</translation>
    </message>
    <message>
        <source>The issuer %1 goes with it: sessions and tokens that it made count no more. %2 Identity providers keep their redirect URIs.</source>
        <translation>Der Aussteller %1 geht mit: Sitzungen und Tokens, die er ausgestellt hat, gelten nicht mehr. %2 Identitätsanbieter behalten ihre Redirect-URIs.</translation>
    </message>
    <message>
        <source>Delete the tenant %1?</source>
        <translation>Mandanten %1 löschen?</translation>
    </message>
    <message>
        <source>Its people, identity providers, keys and log go with it, for good.</source>
        <translation>Seine Personen, Identitätsanbieter, Schlüssel und sein Protokoll gehen mit, für immer.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) can sign in no more.</source>
        <translation>
            <numerusform>%n Person kann sich nicht mehr anmelden.</numerusform>
            <numerusform>%n Personen können sich nicht mehr anmelden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) end now.</source>
        <translation>
            <numerusform>%n Sitzung endet jetzt.</numerusform>
            <numerusform>%n Sitzungen enden jetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) stop working.</source>
        <translation>
            <numerusform>%n App funktioniert nicht mehr.</numerusform>
            <numerusform>%n Apps funktionieren nicht mehr.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestCard</name>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>address for the browser</source>
        <translation>Adresse für den Browser</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address in one, once and within five minutes:</source>
        <translation>Es ließ sich kein Browser öffnen. Öffnen Sie diese Adresse in einem Browser, nur einmal und innerhalb von fünf Minuten:</translation>
    </message>
    <message>
        <source>Nobody signed in within five minutes.</source>
        <translation>Innerhalb von fünf Minuten hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird abgefragt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Waiting for the browser. Sign in there as somebody who may.</source>
        <translation>Warten auf den Browser. Melden Sie sich dort mit einem Konto an, das Zugriff hat.</translation>
    </message>
</context>
<context>
    <name>TestDialog</name>
    <message>
        <source>Testing</source>
        <translation>Test läuft</translation>
    </message>
    <message>
        <source>Show what passed as well</source>
        <translation>Auch Bestandenes zeigen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test a SCIM service</source>
        <translation>Einen SCIM-Dienst testen</translation>
    </message>
    <message>
        <source>Test the service</source>
        <translation>Den Dienst testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation>Den Test schließen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Empty: the service of this tenant itself. The test makes a few people and groups whose names begin with gatehouse-test-, and deletes them again.</source>
        <translation>Leer: der Dienst dieses Mandanten selbst. Der Test legt einige Personen und Gruppen an, deren Namen mit gatehouse-test- beginnen, und löscht sie wieder.</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Of another service. It is not kept.</source>
        <translation>Eines anderen Dienstes. Es wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Asking some 240 things, one after another…</source>
        <translation>Rund 240 Fragen werden gestellt, eine nach der anderen…</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 warnings, %4 skipped; %5 requests in %6 s.</source>
        <translation>%1 bestanden, %2 nicht, %3 Warnungen, %4 übersprungen; %5 Anfragen in %6 s.</translation>
    </message>
    <message>
        <source>%1 passes.</source>
        <translation>%1 besteht.</translation>
    </message>
    <message>
        <source>%1 does not pass.</source>
        <translation>%1 besteht nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the test&apos;s people and groups could not be deleted.</source>
        <translation>
            <numerusform>%n der Personen und Gruppen des Tests ließ sich nicht löschen.</numerusform>
            <numerusform>%n der Personen und Gruppen des Tests ließen sich nicht löschen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStages</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>TLS-Zertifikat</translation>
    </message>
    <message>
        <source>Metadata found</source>
        <translation>Metadaten gefunden</translation>
    </message>
    <message>
        <source>Metadata understood</source>
        <translation>Metadaten verstanden</translation>
    </message>
    <message>
        <source>Issuer is the same</source>
        <translation>Issuer stimmt überein</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Client id and secret</source>
        <translation>Client-ID und Secret</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Fix address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>Zertifikat ansehen</translation>
    </message>
    <message>
        <source>Use suggested address</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Issuer übernehmen</translation>
    </message>
    <message>
        <source>Re-enter secret</source>
        <translation>Secret neu eingeben</translation>
    </message>
    <message>
        <source>Copy redirect URI</source>
        <translation>Redirect URI kopieren</translation>
    </message>
    <message>
        <source>Open the login</source>
        <translation>Anmeldung öffnen</translation>
    </message>
    <message>
        <source>Open mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>unbekannte Person</translation>
    </message>
    <message>
        <source>Signed in as %1, in %2 s.</source>
        <translation>Angemeldet als %1, in %2 s.</translation>
    </message>
    <message>
        <source>Signed in as %1, level %2, in %3 s.</source>
        <translation>Angemeldet als %1, Stufe %2, in %3 s.</translation>
    </message>
    <message>
        <source>The mapping had all it needs.</source>
        <translation>Die Zuordnung hatte alles, was sie braucht.</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>Proxy-Einstellungen</translation>
    </message>
    <message>
        <source>Trust this CA</source>
        <translation>Dieser CA vertrauen</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Show time settings</source>
        <translation>Zeiteinstellungen zeigen</translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message>
        <source>No such host: %1.</source>
        <translation>Diesen Host gibt es nicht: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an https address.</source>
        <translation>„%1“ ist keine https-Adresse.</translation>
    </message>
    <message>
        <source>The address cannot be called: %1.</source>
        <translation>Die Adresse lässt sich nicht aufrufen: %1.</translation>
    </message>
    <message>
        <source>Plain http is not allowed; use https.</source>
        <translation>Unverschlüsseltes http ist nicht erlaubt; nehmen Sie https.</translation>
    </message>
    <message>
        <source>%1 is at %2, where calls may not go: %3.</source>
        <translation>%1 liegt unter %2, wohin keine Aufrufe gehen dürfen: %3.</translation>
    </message>
    <message>
        <source>%1 refused the connection on port %2.</source>
        <translation>%1 hat die Verbindung auf Port %2 abgelehnt.</translation>
    </message>
    <message>
        <source>No answer in %1 s from %2 on port %3.</source>
        <translation>Keine Antwort in %1 s von %2 auf Port %3.</translation>
    </message>
    <message>
        <source>%1 in %2 ms</source>
        <translation>%1 in %2 ms</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2.</source>
        <translation>Der TLS-Aufbau mit %1 ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>Certificate expired on %1.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>Certificate is for %1, not %2.</source>
        <translation>Das Zertifikat gilt für %1, nicht für %2.</translation>
    </message>
    <message>
        <source>Signed by an unknown authority (%1).</source>
        <translation>Von einer unbekannten Stelle signiert (%1).</translation>
    </message>
    <message>
        <source>The certificate is valid for %1.</source>
        <translation>Das Zertifikat gilt für %1.</translation>
    </message>
    <message>
        <source>Plain http, allowed on this machine only.</source>
        <translation>Unverschlüsseltes http, nur auf diesem Rechner erlaubt.</translation>
    </message>
    <message>
        <source>Got HTTP %1 at %2. Did you mean %3?</source>
        <translation>HTTP %1 unter %2. Meinten Sie %3?</translation>
    </message>
    <message>
        <source>Got HTTP %1 at %2.</source>
        <translation>HTTP %1 unter %2.</translation>
    </message>
    <message>
        <source>HTTP 200, %1 bytes</source>
        <translation>HTTP 200, %1 Bytes</translation>
    </message>
    <message>
        <source>This is a web page, not metadata (starts with %1).</source>
        <translation>Das ist eine Webseite, keine Metadaten (beginnt mit %1).</translation>
    </message>
    <message>
        <source>This is not a JSON document: %1.</source>
        <translation>Das ist kein JSON-Dokument: %1.</translation>
    </message>
    <message>
        <source>A metadata document.</source>
        <translation>Ein Metadatendokument.</translation>
    </message>
    <message>
        <source>Metadata says issuer %1; you entered %2. They must be identical: the trailing slash differs.</source>
        <translation>Die Metadaten nennen den Issuer %1; eingegeben ist %2. Beide müssen gleich sein: Der Schrägstrich am Ende unterscheidet sich.</translation>
    </message>
    <message>
        <source>Metadata says issuer %1; you entered %2. They must be identical.</source>
        <translation>Die Metadaten nennen den Issuer %1; eingegeben ist %2. Beide müssen gleich sein.</translation>
    </message>
    <message>
        <source>No keys at %1: %2</source>
        <translation>Keine Schlüssel unter %1: %2</translation>
    </message>
    <message>
        <source>No usable signing key at %1 (found: %2).</source>
        <translation>Kein brauchbarer Signaturschlüssel unter %1 (gefunden: %2).</translation>
    </message>
    <message>
        <source>One key (%1)</source>
        <translation>Ein Schlüssel (%1)</translation>
    </message>
    <message>
        <source>%1 keys (%2)</source>
        <translation>Schlüssel: %1 (%2)</translation>
    </message>
    <message>
        <source>Signing certificate expires in %1 days.</source>
        <translation>Das Signaturzertifikat läuft in %1 Tagen ab.</translation>
    </message>
    <message>
        <source>The client credentials could not be prepared.</source>
        <translation>Die Zugangsdaten des Clients ließen sich nicht vorbereiten.</translation>
    </message>
    <message>
        <source>The provider rejected the client id or secret (%1).</source>
        <translation>Der Anbieter hat Client-ID oder Secret abgelehnt (%1).</translation>
    </message>
    <message>
        <source>The token endpoint gave no answer that says whether the client is known.</source>
        <translation>Der Token-Endpunkt hat nicht geantwortet, ob er den Client kennt.</translation>
    </message>
    <message>
        <source>The provider knows the client (%1 for a made-up code, as it should).</source>
        <translation>Der Anbieter kennt den Client (%1 auf einen erfundenen Code, wie es sein soll).</translation>
    </message>
    <message>
        <source>The provider sends no Date header.</source>
        <translation>Der Anbieter schickt keine Kopfzeile Date.</translation>
    </message>
    <message>
        <source>Provider clock differs by %1; limit is 2 min.</source>
        <translation>Die Uhr des Anbieters weicht um %1 ab; erlaubt sind 2 min.</translation>
    </message>
    <message>
        <source>%1 apart</source>
        <translation>%1 auseinander</translation>
    </message>
    <message>
        <source>Provider says redirect URI not allowed. Register exactly: %1</source>
        <translation>Der Anbieter erlaubt die Redirect-URI nicht. Tragen Sie genau diese ein: %1</translation>
    </message>
    <message>
        <source>Use https outside of a test</source>
        <translation>Außerhalb eines Tests https verwenden</translation>
    </message>
    <message>
        <source>Retry, or check the port and the firewall</source>
        <translation>Noch einmal versuchen, oder Port und Firewall prüfen</translation>
    </message>
    <message>
        <source>Retry, or check the firewall</source>
        <translation>Noch einmal versuchen, oder die Firewall prüfen</translation>
    </message>
    <message>
        <source>Fix address, or allow that network</source>
        <translation>Adresse korrigieren, oder dieses Netz erlauben</translation>
    </message>
    <message>
        <source>Retry once the provider signs with RS256, PS256, ES256 or EdDSA</source>
        <translation>Noch einmal versuchen, sobald der Anbieter mit RS256, PS256, ES256 oder EdDSA signiert</translation>
    </message>
    <message>
        <source>Compare the clocks by hand</source>
        <translation>Vergleichen Sie die Uhren von Hand</translation>
    </message>
    <message>
        <source>Show time settings</source>
        <translation>Zeiteinstellungen anzeigen</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Keine Aktion</translation>
    </message>
</context>
<context>
    <name>TokenModel</name>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Letzte Nutzung</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>TokenRows</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>Add a type</source>
        <translation>Typ hinzufügen</translation>
    </message>
    <message>
        <source>Only requests that it pushed (PAR)</source>
        <translation>Nur Anfragen, die sie vorab einreicht (PAR)</translation>
    </message>
    <message>
        <source>Only requests that it signed (JAR)</source>
        <translation>Nur Anfragen, die sie signiert (JAR)</translation>
    </message>
    <message>
        <source>Bearer tokens: who holds one may use it</source>
        <translation>Bearer-Tokens: Wer eines hat, kann es benutzen</translation>
    </message>
    <message>
        <source>Bound where the app asks for it</source>
        <translation>Gebunden, wo die App es verlangt</translation>
    </message>
    <message>
        <source>Always bound to the app&apos;s key</source>
        <translation>Immer an den Schlüssel der App gebunden</translation>
    </message>
    <message>
        <source>Not bound to a certificate</source>
        <translation>An kein Zertifikat gebunden</translation>
    </message>
    <message>
        <source>Bound where the app shows one</source>
        <translation>Gebunden, wo die App eines zeigt</translation>
    </message>
    <message>
        <source>Always bound to its certificate</source>
        <translation>Immer an ihr Zertifikat gebunden</translation>
    </message>
    <message>
        <source>Another one at each use</source>
        <translation>Bei jeder Benutzung ein neues</translation>
    </message>
    <message>
        <source>The same one, bound to the app&apos;s key</source>
        <translation>Dasselbe, an den Schlüssel der App gebunden</translation>
    </message>
    <message>
        <source>The same everywhere</source>
        <translation>Überall dieselbe Kennung</translation>
    </message>
    <message>
        <source>Another one for each site</source>
        <translation>Eine eigene für jede Website</translation>
    </message>
    <message>
        <source>As the issuer signs by itself</source>
        <translation>Wie der Aussteller von sich aus signiert</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Requests and tokens</source>
        <translation>Anfragen und Tokens</translation>
    </message>
    <message>
        <source>For APIs</source>
        <translation>Für APIs</translation>
    </message>
    <message>
        <source>What access tokens are for (aud); empty: this broker alone.</source>
        <translation>Wofür Access-Tokens gelten (aud); leer: nur für diesen Broker.</translation>
    </message>
    <message>
        <source>Detailed rights</source>
        <translation>Genaue Rechte</translation>
    </message>
    <message>
        <source>Types of authorization_details that it may ask for, and the members that each may have.</source>
        <translation>Typen von authorization_details, die sie verlangen darf, und welche Members jeder haben darf.</translation>
    </message>
    <message>
        <source>Binding (DPoP)</source>
        <translation>Bindung (DPoP)</translation>
    </message>
    <message>
        <source>A bound token is of no use to a thief who lacks the key.</source>
        <translation>Ein gebundenes Token nützt Dieben ohne den Schlüssel nichts.</translation>
    </message>
    <message>
        <source>Binding (mTLS)</source>
        <translation>Bindung (mTLS)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The browser then carries nothing that could be changed on the way.</source>
        <translation>Der Browser trägt dann nichts, was sich unterwegs verändern ließe.</translation>
    </message>
    <message>
        <source>Signed requests</source>
        <translation>Signierte Anfragen</translation>
    </message>
    <message>
        <source>Proven by its public keys, which have to be known here.</source>
        <translation>Geprüft mit ihren öffentlichen Schlüsseln, die hier bekannt sein müssen.</translation>
    </message>
    <message>
        <source>Refresh tokens</source>
        <translation>Refresh-Tokens</translation>
    </message>
    <message>
        <source>Who somebody is (sub)</source>
        <translation>Wer jemand ist (sub)</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Apps of the same host know people by the same name. Empty: the host of the redirect addresses.</source>
        <translation>Apps desselben Hosts kennen Menschen unter derselben Kennung. Leer: der Host der Redirect-Adressen.</translation>
    </message>
    <message>
        <source>What answers are signed with</source>
        <translation>Womit Antworten signiert werden</translation>
    </message>
    <message>
        <source>An algorithm can be chosen once the issuer has a key for it; see Keys.</source>
        <translation>Ein Algorithmus ist wählbar, sobald der Aussteller einen Schlüssel dafür hat; siehe Schlüssel.</translation>
    </message>
    <message>
        <source>ID tokens</source>
        <translation>ID-Tokens</translation>
    </message>
    <message>
        <source>User info</source>
        <translation>Benutzerinfo</translation>
    </message>
    <message>
        <source>Answers by browser</source>
        <translation>Antworten per Browser</translation>
    </message>
    <message>
        <source>Introspection</source>
        <translation>Introspektion</translation>
    </message>
    <message>
        <source>Many libraries expect RS256 unless they are told.</source>
        <translation>Viele Bibliotheken erwarten RS256, wenn man es ihnen nicht anders sagt.</translation>
    </message>
    <message>
        <source>Where the app asks for signed ones (JARM).</source>
        <translation>Wo die App signierte verlangt (JARM).</translation>
    </message>
    <message>
        <source>Where the app asks for signed ones.</source>
        <translation>Wo die App signierte verlangt.</translation>
    </message>
</context>
<context>
    <name>TokenTrial</name>
    <message>
        <source>Nobody signed in within ten minutes.</source>
        <translation>Innerhalb von zehn Minuten hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>This machine cannot listen at %1: %2</source>
        <translation>Dieser Rechner kann nicht an %1 lauschen: %2</translation>
    </message>
    <message>
        <source>The answer came from another issuer than the one that was asked.</source>
        <translation>Die Antwort kam von einem anderen Aussteller als dem gefragten.</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>Keine Antwort von %1: %2</translation>
    </message>
</context>
<context>
    <name>TraceResults</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Trifft zu</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
</context>
<context>
    <name>TrustRows</name>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>this issuer</source>
        <translation>dieser Aussteller</translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation>Seine Schlüssel</translation>
    </message>
    <message>
        <source>from its metadata</source>
        <translation>aus seinen Metadaten</translation>
    </message>
    <message>
        <source>Takes each token more than once</source>
        <translation>Jedes Token gilt mehrmals</translation>
    </message>
    <message>
        <source>Trusted issuer %1</source>
        <translation>Vertrauter Aussteller %1</translation>
    </message>
    <message>
        <source>Add a trusted issuer</source>
        <translation>Vertrauten Aussteller hinzufügen</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>what the app is called there</source>
        <translation>wie die App dort heißt</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Authorization server %1</source>
        <translation>Autorisierungsserver %1</translation>
    </message>
    <message>
        <source>Add an authorization server</source>
        <translation>Autorisierungsserver hinzufügen</translation>
    </message>
    <message>
        <source>Its tokens need not say that it acts for somebody</source>
        <translation>Ihre Tokens müssen nicht sagen, dass sie für jemanden handelt</translation>
    </message>
    <message>
        <source>Tokens of others</source>
        <translation>Tokens anderer</translation>
    </message>
    <message>
        <source>Trusted issuers</source>
        <translation>Vertraute Aussteller</translation>
    </message>
    <message>
        <source>Whose tokens prove the program (RFC 7523). Single * in a subject stands for a part of it.</source>
        <translation>Wessen Tokens das Programm ausweisen (RFC 7523). Ein einzelnes * im Subject steht für einen Teil davon.</translation>
    </message>
    <message>
        <source>May go on to</source>
        <translation>Darf weiter zu</translation>
    </message>
    <message>
        <source>Other authorization servers that it may have identity assertions for (ID-JAG).</source>
        <translation>Andere Autorisierungsserver, für die sie Identitätsbestätigungen bekommen darf (ID-JAG).</translation>
    </message>
    <message>
        <source>May act</source>
        <translation>Darf handeln</translation>
    </message>
    <message>
        <source>Client ids of apps that may stand in for a person.</source>
        <translation>Client-IDs von Apps, die für einen Menschen handeln dürfen.</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>Wer handelt</translation>
    </message>
</context>
<context>
    <name>TryCard</name>
    <message>
        <source>Ask for tokens as this app</source>
        <translation>Als diese App Tokens anfordern</translation>
    </message>
    <message>
        <source>As the app itself</source>
        <translation>Als die App selbst</translation>
    </message>
    <message>
        <source>As a person, in the browser</source>
        <translation>Als Mensch, im Browser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the trial</source>
        <translation>Den Versuch abbrechen</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Sent to the token endpoint alone, kept nowhere.</source>
        <translation>Geht nur an den Token-Endpunkt und wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>This app proves itself with a key that only it has: try it with the snippet for openid-client.</source>
        <translation>Diese App weist sich mit einem Schlüssel aus, den nur sie hat: Probieren Sie es mit der Vorlage für openid-client.</translation>
    </message>
    <message>
        <source>This app has to push its requests: try it with a snippet.</source>
        <translation>Diese App muss ihre Anfragen vorab einreichen: Probieren Sie es mit einer Vorlage.</translation>
    </message>
    <message>
        <source>For a sign-in from here the app needs a redirect address on this machine, such as http://127.0.0.1:8765/callback.</source>
        <translation>Für eine Anmeldung von hier aus braucht die App eine Rückrufadresse auf diesem Rechner, etwa http://127.0.0.1:8765/callback.</translation>
    </message>
    <message>
        <source>What the app would send, and what it would get.</source>
        <translation>Was die App senden würde, und was sie bekäme.</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access-Token</translation>
    </message>
    <message>
        <source>ID token</source>
        <translation>ID-Token</translation>
    </message>
    <message>
        <source>The broker refused: %1</source>
        <translation>Der Broker hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Bewiesen</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht bewiesen</translation>
    </message>
    <message>
        <source>Claims of the %1</source>
        <translation>Claims: %1</translation>
    </message>
</context>
<context>
    <name>TwoViews</name>
    <message>
        <source>Open login</source>
        <translation>Anmeldung öffnen</translation>
    </message>
    <message>
        <source>What the user sees</source>
        <translation>Was Benutzer sehen</translation>
    </message>
    <message>
        <source>What the admin sees</source>
        <translation>Was Administratoren sehen</translation>
    </message>
    <message>
        <source>Open the newest login among all logins</source>
        <translation>Die neueste Anmeldung in der Liste aller Anmeldungen öffnen</translation>
    </message>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation>Es hat sich noch niemand angemeldet.</translation>
    </message>
    <message>
        <source>The newest login appears here with its checks.</source>
        <translation>Die neueste Anmeldung erscheint hier mit ihren Prüfungen.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>A browser that is on its way to or from the identity provider.</source>
        <translation>Der Browser ist auf dem Weg zum Identitätsanbieter oder zurück.</translation>
    </message>
    <message>
        <source>The app, and their own name in it.</source>
        <translation>Die App mit dem eigenen Namen darin.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>TypedConfirmation</name>
    <message>
        <source>This cannot be taken back. Type %1 to go on.</source>
        <translation>Das lässt sich nicht zurücknehmen. Tippen Sie %1 ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eintippen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reason, for the log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
</context>
<context>
    <name>UserDetail</name>
    <message>
        <source>from sign-in</source>
        <translation>aus Anmeldung</translation>
    </message>
    <message>
        <source>from directory</source>
        <translation>aus Verzeichnis</translation>
    </message>
    <message>
        <source>given by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>from policy</source>
        <translation>aus Richtlinie</translation>
    </message>
    <message>
        <source>for a time</source>
        <translation>befristet</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>%1 (verified)</source>
        <translation>%1 (bestätigt)</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (nicht bestätigt)</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Bekannt seit</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Not bound to an identity provider yet. The first sign-in binds once.</source>
        <translation>Noch an keinen Identitätsanbieter gebunden. Die erste Anmeldung bindet einmalig.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
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
        <translation>Letzte Nutzung</translation>
    </message>
    <message>
        <source>Not signed in right now.</source>
        <translation>Zurzeit nicht angemeldet.</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Unbekanntes Gerät</translation>
    </message>
    <message>
        <source>%1, by %2, seen %3</source>
        <translation>%1, über %2, zuletzt %3</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out the session from %1</source>
        <translation>Sitzung von %1 abmelden</translation>
    </message>
    <message>
        <source>What they may do, and why</source>
        <translation>Was sie dürfen, und warum</translation>
    </message>
    <message>
        <source>Set by the directory</source>
        <translation>Vom Verzeichnis gesetzt</translation>
    </message>
    <message>
        <source>A sign-in or an administrator does not change these.</source>
        <translation>Eine Anmeldung oder ein Administrator ändert diese nicht.</translation>
    </message>
    <message>
        <source>Nothing: no role is held.</source>
        <translation>Nichts: keine Rolle.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, wegen %2</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Permissions: none of its own</source>
        <translation>Berechtigungen: keine eigenen</translation>
    </message>
    <message>
        <source>Permissions: %1</source>
        <translation>Berechtigungen: %1</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Was zuletzt geschah</translation>
    </message>
</context>
<context>
    <name>UserModel</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>People who have signed in, or were brought in by their company&apos;s directory.</source>
        <translation>Personen, die sich angemeldet haben oder über das Verzeichnis ihres Unternehmens hinzukamen.</translation>
    </message>
    <message>
        <source>Nobody is known here yet. People appear when they first sign in.</source>
        <translation>Hier ist noch niemand bekannt. Personen erscheinen mit ihrer ersten Anmeldung.</translation>
    </message>
    <message>
        <source>Select a person to see roles, identities and sessions.</source>
        <translation>Wählen Sie eine Person, um Rollen, Identitäten und Sitzungen zu sehen.</translation>
    </message>
    <message>
        <source>Ends all sessions and tokens of this person</source>
        <translation>Beendet alle Sitzungen und Token dieser Person</translation>
    </message>
    <message>
        <source>Signed %1 out everywhere.</source>
        <translation>%1 ist jetzt überall abgemeldet.</translation>
    </message>
    <message>
        <source>%1 cannot sign in any more; sessions and tokens have ended.</source>
        <translation>%1 kann sich nicht mehr anmelden; Sitzungen und Token sind beendet.</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>%1 kann sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Signs in through an identity provider</source>
        <translation>Meldet sich über einen Identitätsanbieter an</translation>
    </message>
    <message>
        <source>Local account</source>
        <translation>Lokales Konto</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Ended the session.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Start a sandbox sign-in</source>
        <translation>Eine Sandbox-Anmeldung starten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export access…</source>
        <translation>Zugriffe exportieren…</translation>
    </message>
    <message>
        <source>Take in the people of a CSV file</source>
        <translation>Die Personen einer CSV-Datei übernehmen</translation>
    </message>
    <message>
        <source>What everybody may do and why, as CSV for reviewers</source>
        <translation>Was alle dürfen und warum, als CSV für Prüfer</translation>
    </message>
    <message>
        <source>Export access</source>
        <translation>Zugriffe exportieren</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Listen (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>What everybody may do is in %1.</source>
        <translation>Was alle dürfen, steht in %1.</translation>
    </message>
</context>
<context>
    <name>VendorTiles</name>
    <message>
        <source>Type a name: Entra, Okta, Keycloak</source>
        <translation>Namen eingeben: Entra, Okta, Keycloak</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Anbieter filtern</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>No provider is called &quot;%1&quot; here. The generic tile takes any OpenID Connect provider.</source>
        <translation>Hier heißt kein Anbieter „%1“. Die allgemeine Kachel nimmt jeden Anbieter für OpenID Connect.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>Vendors</name>
    <message>
        <source>Practice provider</source>
        <translation>Übungsanbieter</translation>
    </message>
    <message>
        <source>Nowhere: it takes the redirect URIs of this broker as they are</source>
        <translation>Nirgends: Er übernimmt die Redirect URIs dieses Brokers unverändert</translation>
    </message>
    <message>
        <source>Filled in already: it belongs to this tenant&apos;s sandbox</source>
        <translation>Schon ausgefüllt: Er gehört zur Sandbox dieses Mandanten</translation>
    </message>
    <message>
        <source>Built in, with people to sign in as. Nothing leaves this machine.</source>
        <translation>Eingebaut, mit Personen zum Anmelden. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Metadata address</source>
        <translation>Adresse der Metadaten</translation>
    </message>
    <message>
        <source>Single sign-on URL</source>
        <translation>Anmelde-URL</translation>
    </message>
    <message>
        <source>Single logout URL</source>
        <translation>Abmelde-URL</translation>
    </message>
    <message>
        <source>Signing certificate</source>
        <translation>Signaturzertifikat</translation>
    </message>
    <message>
        <source>Where the provider registers service providers (relying parties)</source>
        <translation>Wo der Anbieter Service Provider (Relying Parties) registriert</translation>
    </message>
    <message>
        <source>Where the provider publishes its metadata, or shows its single sign-on URL and certificate</source>
        <translation>Wo der Anbieter seine Metadaten veröffentlicht oder seine Anmelde-URL und sein Zertifikat zeigt</translation>
    </message>
    <message>
        <source>Any provider of SAML 2.0 with the Web Browser SSO profile.</source>
        <translation>Jeder Anbieter von SAML 2.0 mit dem Profil Web Browser SSO.</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>The person can cure this.</source>
        <translation>Die Person kann das selbst beheben.</translation>
    </message>
    <message>
        <source>It has to be cured at the identity provider.</source>
        <translation>Das muss beim Identitätsanbieter behoben werden.</translation>
    </message>
    <message>
        <source>It passes by waiting.</source>
        <translation>Abwarten genügt.</translation>
    </message>
    <message>
        <source>An administrator can cure this.</source>
        <translation>Das kann ein Administrator beheben.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 signed in to %2 in %3.</source>
        <translation>%1 hat sich in %3 bei %2 angemeldet.</translation>
    </message>
    <message>
        <source>Every check passed.</source>
        <translation>Alle Prüfungen sind bestanden.</translation>
    </message>
    <message>
        <source>The sign-in is under way.</source>
        <translation>Die Anmeldung läuft.</translation>
    </message>
    <message>
        <source>Gatehouse waits for the answer of %1.</source>
        <translation>Gatehouse wartet auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>Open the provider</source>
        <translation>Anbieter öffnen</translation>
    </message>
    <message>
        <source>Open the user</source>
        <translation>Benutzer öffnen</translation>
    </message>
    <message>
        <source>Open the tenant</source>
        <translation>Mandanten öffnen</translation>
    </message>
    <message>
        <source>Compare the addresses</source>
        <translation>Adressen vergleichen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Gatehouse</source>
        <translation>Willkommen bei Gatehouse</translation>
    </message>
    <message>
        <source>The broker runs. How would you like to begin?</source>
        <translation>Der Broker läuft. Womit möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Try it with a built-in company</source>
        <translation>Mit einem eingebauten Beispielunternehmen ausprobieren</translation>
    </message>
    <message>
        <source>People, a provider and an app to sign in to. Nothing leaves this computer.</source>
        <translation>Personen, ein Anbieter und eine App zum Anmelden. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Connect a real identity provider</source>
        <translation>Echten Identitätsanbieter verbinden</translation>
    </message>
    <message>
        <source>Entra, Okta, Google and others, step by step.</source>
        <translation>Entra, Okta, Google und andere, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>A recorded login that somebody sent you, to look at.</source>
        <translation>Eine aufgezeichnete Anmeldung, die Ihnen jemand geschickt hat, zum Ansehen.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>The issuer is missing.</source>
        <translation>Der Issuer fehlt.</translation>
    </message>
    <message>
        <source>The Entra directories that may sign in are missing.</source>
        <translation>Es fehlen die Entra-Verzeichnisse, aus denen sich Personen anmelden dürfen.</translation>
    </message>
    <message>
        <source>The client id is missing.</source>
        <translation>Die Client-ID fehlt.</translation>
    </message>
    <message>
        <source>Enter the client secret again: it is never written down.</source>
        <translation>Geben Sie das Client-Secret erneut ein: Es wird nie mitgespeichert.</translation>
    </message>
    <message>
        <source>The client secret is missing.</source>
        <translation>Das Client-Secret fehlt.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>New identity provider</source>
        <translation>Neuer Identitätsanbieter</translation>
    </message>
    <message>
        <source>Choose a provider first.</source>
        <translation>Wählen Sie zuerst einen Anbieter.</translation>
    </message>
    <message>
        <source>The short name is missing.</source>
        <translation>Der Kurzname fehlt.</translation>
    </message>
    <message>
        <source>A level lacks one of its names.</source>
        <translation>Einer Stufe fehlt einer ihrer Namen.</translation>
    </message>
    <message>
        <source>The provider&apos;s metadata is missing, or its entity ID, single sign-on URL and certificate.</source>
        <translation>Es fehlen die Metadaten des Anbieters, oder seine Entity-ID, Anmelde-URL und sein Zertifikat.</translation>
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
        <translation>Passphrase wählen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>This system has no keychain. The passphrase encrypts keys and personal data; nobody can restore it.</source>
        <translation>Dieses System hat keinen Schlüsselbund. Die Passphrase verschlüsselt Schlüssel und personenbezogene Daten; niemand kann sie wiederherstellen.</translation>
    </message>
    <message>
        <source>The passphrase that was chosen for this data directory.</source>
        <translation>Die Passphrase, die für dieses Datenverzeichnis gewählt wurde.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Passphrase verwenden</translation>
    </message>
    <message>
        <source>At least %1 characters; several words are easier to remember.</source>
        <translation>Mindestens %1 Zeichen; mehrere Wörter lassen sich leichter merken.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden Eingaben stimmen noch nicht überein.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Session</name>
    <message>
        <source>Gatehouse: the broker runs</source>
        <translation>Gatehouse: Der Broker läuft</translation>
    </message>
    <message>
        <source>Open Gatehouse</source>
        <translation>Gatehouse öffnen</translation>
    </message>
    <message>
        <source>Stop broker</source>
        <translation>Broker beenden</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::panels::history</name>
    <message>
        <source>identity provider</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>app</source>
        <translation>App</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::shell::ShortcutSheet</name>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Walk through rows</source>
        <translation>Durch die Zeilen gehen</translation>
    </message>
    <message>
        <source>Next or previous field; leaves a list</source>
        <translation>Nächstes oder voriges Feld; verlässt eine Liste</translation>
    </message>
    <message>
        <source>What can be done with the row</source>
        <translation>Was sich mit der Zeile tun lässt</translation>
    </message>
    <message>
        <source>Close what is on top, clear a filter</source>
        <translation>Oberstes schließen, Filter leeren</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>Die Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy the rows as JSON</source>
        <translation>Die Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>Pause a live list; let the next step of the sandbox go</source>
        <translation>Eine laufende Liste anhalten; den nächsten Schritt der Sandbox freigeben</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The token file cannot be read: %1</source>
        <translation>Die Token-Datei lässt sich nicht lesen: %1</translation>
    </message>
</context>
</TS>
