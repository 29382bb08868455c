/**
 * What the engine itself says in the course of a journey: notices, and how actions end. The English sentence is the key, so
 * that what was kept for later can still be said in the language in which it is read.
 */
const WELSH = {
  'You have been logged out, or too much time has passed. We have kept what you typed on the last page.':
    'Rydych wedi cael eich allgofnodi, neu mae gormod o amser wedi mynd heibio. Rydym wedi cadw’r hyn a deipioch ar y dudalen ddiwethaf.',
  'You have been logged out, or too much time has passed, so we have not taken what was on the last page.':
    'Rydych wedi cael eich allgofnodi, neu mae gormod o amser wedi mynd heibio, felly nid ydym wedi derbyn yr hyn oedd ar y dudalen ddiwethaf.',
  'We could not be sure that this came from our own page. Check your answers, then go on':
    'Nid oeddem yn gallu bod yn siŵr bod hyn wedi dod o’n tudalen ni. Gwiriwch eich atebion, yna ewch ymlaen',
  'We could not save this just now. What you typed is still on this page. Wait a few minutes, then try again':
    'Nid oeddem yn gallu cadw hyn nawr. Mae’r hyn a deipioch yn dal ar y dudalen hon. Arhoswch ychydig funudau, yna rhowch gynnig arall arni',
  'We could not be sure that this came from our own page. Check your answers, choose your files again, then go on':
    'Nid oeddem yn gallu bod yn siŵr bod hyn wedi dod o’n tudalen ni. Gwiriwch eich atebion, dewiswch eich ffeiliau eto, yna ewch ymlaen',
  'We could not save this just now. What you typed is still on this page, but not the files that you chose. Wait a few minutes, choose them again, then try again':
    'Nid oeddem yn gallu cadw hyn nawr. Mae’r hyn a deipioch yn dal ar y dudalen hon, ond nid y ffeiliau a ddewisoch. Arhoswch ychydig funudau, dewiswch nhw eto, yna rhowch gynnig arall arni',
  Received: 'Derbyniwyd',
  'Not provided': 'Heb ei roi',
  Closed: 'Ar gau',
  'This is too long for a PDF': 'Mae hwn yn rhy hir ar gyfer PDF',
  'Open the page of your request and print it instead.':
    'Agorwch dudalen eich cais a’i hargraffu yn lle hynny.',
  'We could not do that. Try again': 'Nid oeddem yn gallu gwneud hynny. Rhowch gynnig arall arni',
  'We have taken you to the page that you need to fill in next.':
    'Rydym wedi mynd â chi i’r dudalen y mae angen i chi ei llenwi nesaf.',
  'We have taken you to the page that comes next.':
    'Rydym wedi mynd â chi i’r dudalen sy’n dod nesaf.',
  'You have sent this already, so you cannot change it here.':
    'Rydych wedi anfon hwn yn barod, felly ni allwch ei newid yma.',
  'There is one more question on this page. Answer it, then go on.':
    'Mae un cwestiwn arall ar y dudalen hon. Atebwch ef, yna ewch ymlaen.',
  'We have kept what you typed. Check it, then go on.':
    'Rydym wedi cadw’r hyn a deipioch. Gwiriwch ef, yna ewch ymlaen.',
  'Too much time has passed since the last page, so you need to start again. This keeps your details safe.':
    'Mae gormod o amser wedi mynd heibio ers y dudalen ddiwethaf, felly mae angen i chi ddechrau eto. Mae hyn yn cadw eich manylion yn ddiogel.',
  'This list was changed in another window after you opened it here, so nothing was removed. Look at the list again.':
    'Cafodd y rhestr hon ei newid mewn ffenestr arall ar ôl i chi ei hagor yma, felly ni chafodd dim ei ddileu. Edrychwch ar y rhestr eto.',
  'Select yes if you need to add another': 'Dewiswch a oes angen i chi ychwanegu un arall',
  'This page was answered in another window after you opened it here. Check what is in the boxes: if you go on, it takes the place of the other answer.':
    'Cafodd y dudalen hon ei hateb mewn ffenestr arall ar ôl i chi ei hagor yma. Gwiriwch beth sydd yn y blychau: os ewch ymlaen, bydd yn cymryd lle’r ateb arall.',
  'This form has changed since you were last here. We have kept your answers that still fit. We only ask you again what has changed, or is new.':
    'Mae’r ffurflen hon wedi newid ers i chi fod yma ddiwethaf. Rydym wedi cadw eich atebion sy’n dal i ffitio. Dim ond yr hyn sydd wedi newid, neu sy’n newydd, y byddwn yn ei ofyn eto.',
  'Your answers are saved, but we could not send you an email about it.':
    'Mae eich atebion wedi’u cadw, ond nid oeddem yn gallu anfon e-bost atoch am hynny.',
  'We could not do this just now. Nothing that you typed is lost. Try again in a few minutes':
    'Nid oeddem yn gallu gwneud hyn nawr. Nid oes dim o’r hyn a deipioch wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau',
  'Something that we checked earlier has run out, so we need to check it again.':
    'Mae rhywbeth a wiriwyd gennym yn gynharach wedi dod i ben, felly mae angen i ni ei wirio eto.',
  'This link does not work any more: it is too old, it has been used, or there is a newer one. Use the newest link that you were sent. If there is none, ask for a new one.':
    'Nid yw’r ddolen hon yn gweithio mwyach: mae’n rhy hen, mae wedi cael ei defnyddio, neu mae un fwy diweddar. Defnyddiwch y ddolen ddiweddaraf a anfonwyd atoch. Os nad oes un, gofynnwch am un newydd.',
  'This link does not work any more: it is too old, it has been used, or there is a newer one. Use the newest link that you were sent. If there is none, ask for a new one':
    'Nid yw’r ddolen hon yn gweithio mwyach: mae’n rhy hen, mae wedi cael ei defnyddio, neu mae un fwy diweddar. Defnyddiwch y ddolen ddiweddaraf a anfonwyd atoch. Os nad oes un, gofynnwch am un newydd',
  'You are signed in already, under the name at the top of this page. If the invitation is for somebody else, log out, then open its link again.':
    'Rydych wedi mewngofnodi yn barod, o dan yr enw ar frig y dudalen hon. Os yw’r gwahoddiad i rywun arall, allgofnodwch, yna agorwch ei ddolen eto.',
  'There is another phone number on this login already. Sign in with that one':
    'Mae rhif ffôn arall ar y cyfrif hwn yn barod. Mewngofnodwch gyda hwnnw',
  'This password is easy to guess: it is on a list of common passwords, or made of your name, your email address or ours. Choose another':
    'Mae’r cyfrinair hwn yn hawdd ei ddyfalu: mae ar restr o gyfrineiriau cyffredin, neu wedi’i wneud o’ch enw, eich cyfeiriad e-bost neu ein cyfeiriad ni. Dewiswch un arall',
  'Your password must be 1,024 characters or less. Some letters and signs count as several':
    'Rhaid i’ch cyfrinair fod yn 1,024 nod neu lai. Mae rhai llythrennau ac arwyddion yn cyfrif fel sawl nod',
  'This is not the code that we sent. Check the code in our newest message, and enter it again':
    'Nid hwn yw’r cod a anfonwyd gennym. Gwiriwch y cod yn ein neges ddiweddaraf, a’i roi eto',
  'This code no longer works, because it is more than 10 minutes old. Ask for a new code':
    'Nid yw’r cod hwn yn gweithio mwyach, gan ei fod yn fwy na 10 munud oed. Gofynnwch am god newydd',
  'This code can no longer be used: it has been used, or a wrong code was entered too often. Ask for a new code':
    'Ni ellir defnyddio’r cod hwn mwyach: mae wedi cael ei ddefnyddio, neu cafodd cod anghywir ei roi’n rhy aml. Gofynnwch am god newydd',
  'The email address or the password is not right':
    'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir',
  'There have been too many tries with a wrong password. Wait a few minutes, then try again':
    'Bu gormod o gynigion gyda chyfrinair anghywir. Arhoswch ychydig funudau, yna rhowch gynnig arall arni',
  'Too many wrong codes have been entered, so we cannot send or check any more for now. You can try again tomorrow, or call us':
    'Cafodd gormod o godau anghywir eu rhoi, felly ni allwn anfon na gwirio rhagor am y tro. Gallwch roi cynnig arall arni yfory, neu ein ffonio',
  'The password was changed after we removed the phone number, so to protect the account it cannot have a new number yet. Sign in again after {time} on {day}, or call us':
    'Cafodd y cyfrinair ei newid ar ôl i ni ddileu’r rhif ffôn, felly i ddiogelu’r cyfrif ni all gael rhif newydd eto. Mewngofnodwch eto ar ôl {time} ar {day}, neu ein ffonio',
  'There have been too many tries with a wrong password from your network. Wait 15 minutes, then try again':
    'Bu gormod o gynigion gyda chyfrinair anghywir o’ch rhwydwaith. Arhoswch 15 munud, yna rhowch gynnig arall arni',
  'We cannot call this number again yet. Wait 30 seconds and try again. If you have asked for several calls, wait an hour':
    'Ni allwn ffonio’r rhif hwn eto. Arhoswch 30 eiliad a rhowch gynnig arall arni. Os ydych wedi gofyn am sawl galwad, arhoswch awr',
  'We cannot call this number. Try another number, or another way':
    'Ni allwn ffonio’r rhif hwn. Rhowch gynnig ar rif arall, neu ffordd arall',
  'We cannot send another code yet. Wait 30 seconds and try again. If you have asked for several codes, wait longer':
    'Ni allwn anfon cod arall eto. Arhoswch 30 eiliad a rhowch gynnig arall arni. Os ydych wedi gofyn am sawl cod, arhoswch yn hirach',
  'We cannot send a code to this address or number. Try another one, or another way':
    'Ni allwn anfon cod i’r cyfeiriad neu’r rhif hwn. Rhowch gynnig ar un arall, neu ffordd arall',
  'We could not send the message': 'Nid oeddem yn gallu anfon y neges',
  'We are still calling you. Answer the call and press the hash key (#), then select Continue.':
    'Rydym yn dal i’ch ffonio. Atebwch yr alwad a phwyswch y botwm hash (#), yna dewiswch Parhau.',
  'Nobody answered our call. Keep your phone near you and ask us to call again':
    'Ni atebodd neb ein galwad. Cadwch eich ffôn yn agos a gofynnwch i ni ffonio eto',
  'Your phone was busy when we called. End the other call and ask us to call again':
    'Roedd eich ffôn yn brysur pan ffonion ni. Gorffennwch yr alwad arall a gofynnwch i ni ffonio eto',
  'Another key than the hash key (#) was pressed. Ask us to call again, then press #':
    'Cafodd botwm heblaw’r botwm hash (#) ei bwyso. Gofynnwch i ni ffonio eto, yna pwyswch #',
  'The call ended before the hash key (#) was pressed. Ask us to call again, then press #':
    'Daeth yr alwad i ben cyn i’r botwm hash (#) gael ei bwyso. Gofynnwch i ni ffonio eto, yna pwyswch #',
  'We could not call you just now. Try again in a few minutes, or try another way':
    'Nid oeddem yn gallu eich ffonio nawr. Rhowch gynnig arall arni ymhen ychydig funudau, neu rhowch gynnig ar ffordd arall',
  'We are not calling you at the moment. Ask us to call you':
    'Nid ydym yn eich ffonio ar hyn o bryd. Gofynnwch i ni eich ffonio',
  'You cannot sign in with this login. Contact us if you think that you should':
    'Ni allwch fewngofnodi gyda’r cyfrif hwn. Cysylltwch â ni os ydych yn meddwl y dylech allu gwneud hynny',
  'There is no login with this email address. Try another address, or register':
    'Nid oes cyfrif gyda’r cyfeiriad e-bost hwn. Rhowch gynnig ar gyfeiriad arall, neu cofrestrwch',
  'There is already a login for this email address. Sign in instead':
    'Mae cyfrif ar gyfer y cyfeiriad e-bost hwn yn barod. Mewngofnodwch yn lle hynny',
  'We could not be sure that this came from our own page. Check your answers, then send them':
    'Nid oeddem yn gallu bod yn siŵr bod hyn wedi dod o’n tudalen ni. Gwiriwch eich atebion, yna anfonwch nhw',
  'We have kept what you typed when your time here ended. Check it, then send it.':
    'Rydym wedi cadw’r hyn a deipioch pan ddaeth eich amser yma i ben. Gwiriwch ef, yna anfonwch ef.',
  'Because of what you changed, we need to ask you more. Answer what is new on this page, then send it.':
    'Oherwydd yr hyn a newidioch, mae angen i ni ofyn mwy i chi. Atebwch yr hyn sy’n newydd ar y dudalen hon, yna anfonwch ef.',
  'Complete all the sections before you go on': 'Cwblhewch bob adran cyn mynd ymlaen',
  'This link has been used already, to set up a login. If that was you, sign in. If not, ask for a new one.':
    'Mae’r ddolen hon wedi cael ei defnyddio’n barod, i sefydlu cyfrif. Os chi wnaeth hynny, mewngofnodwch. Os na, gofynnwch am un newydd.',
  'Select a file before you press the button': 'Dewiswch ffeil cyn pwyso’r botwm',
  'Your files are too large': 'Mae eich ffeiliau’n rhy fawr',
  'What you sent was larger than we can accept, and none of it was kept.':
    'Roedd yr hyn a anfonwyd gennych yn fwy nag y gallwn ei dderbyn, ac ni chadwyd dim ohono.',
  'Go back, choose smaller files, or upload them one at a time.':
    'Ewch yn ôl, dewiswch ffeiliau llai, neu uwchlwythwch nhw fesul un.',
  'Yes, remove it': 'Ydw, dileu hwn',
  'No, keep it': 'Nac ydw, ei gadw',
  'This login has been closed. Contact us if you think that it should not be':
    'Mae’r cyfrif hwn wedi’i gau. Cysylltwch â ni os ydych yn meddwl na ddylai fod',
  'There is already a login for this email address. Use another one':
    'Mae cyfrif ar gyfer y cyfeiriad e-bost hwn yn barod. Defnyddiwch un arall',
  'This form is not available': 'Nid yw’r ffurflen hon ar gael',
  'Answers that you had saved are kept. Try again later.':
    'Mae’r atebion yr oeddech wedi’u cadw yn ddiogel. Rhowch gynnig arall arni yn nes ymlaen.',
  'There is a mistake in how this form has been set up. The people who run it have been told.':
    'Mae camgymeriad yn y ffordd y cafodd y ffurflen hon ei gosod. Mae’r bobl sy’n ei rhedeg wedi cael gwybod.',
  'We cannot save anything at the moment': 'Ni allwn gadw dim ar hyn o bryd',
  'It is not your fault. Answers that you had saved are kept.':
    'Nid eich bai chi yw hyn. Mae’r atebion yr oeddech wedi’u cadw yn ddiogel.',
  'Try again in a few minutes.': 'Rhowch gynnig arall arni ymhen ychydig funudau.',
  'We could not send this. Nothing has been lost. Contact us':
    'Nid oeddem yn gallu anfon hyn. Nid oes dim wedi’i golli. Cysylltwch â ni',
} as const satisfies Readonly<Record<string, string>>

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { cy: WELSH }

/** A sentence of the engine in a language; as it is where that has none. */
export function sentenceIn(language: string, english: string): string {
  const sentences = LANGUAGES[language]
  if (!sentences || !Object.hasOwn(sentences, english)) return english
  return sentences[english] ?? english
}
