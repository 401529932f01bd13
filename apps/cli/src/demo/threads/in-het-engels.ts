import { announcement, answer, question, reply, type Told, update } from '../telling.ts';

export const englishSpeakers: Told[] = [
  announcement(
    'kwame',
    116,
    'Wednesday lunch',
    'Every Wednesday at 12:15, the long table near the window, in English. Bring your sandwich and one question about this country. Dutch colleagues may come too if they promise to explain *gezellig* once and for all.',
    reply('roos', 'I will try to explain it with cake.'),
    reply('julia', 'With cake, that explains itself.'),
    reply('milan', 'First question: why is lunch cold?'),
  ),
  question(
    'milan',
    112,
    'How do I get a BSN and which papers do I need? The website sends me in circles.',
    reply('marek', 'I waited three weeks for an appointment in Rotterdam, so call today.'),
    answer(
      'vera',
      'Make an appointment at the town hall of Zwolle (038…, they speak English), bring your passport, rental contract and birth certificate, translated. I have the letter from us as your employer ready, pick it up at my desk. It takes about ten days.',
    ),
    reply('milan', 'Nine days! I exist now.'),
  ),
  update(
    'eva',
    99,
    'After six years I did it: passed the B2 exam. I can now understand every word at a project meeting and wish sometimes that I did not.',
    reply('kwame', 'Congratulations! 🎉'),
    reply('saskia', 'Gefeliciteerd! Vanaf nu spreek ik Nederlands tegen je, hoor.'),
    reply('eva', 'Graag! Maar langzaam.'),
  ),
  question(
    'priya',
    88,
    'Which dentist near Rotterdam Centraal takes new patients? Asking with one hand on my cheek.',
    reply('julia', 'Mine has a waiting list until autumn.'),
    answer(
      'ellen',
      'Call the practice at the Weena, say you come from our office: they keep two places a month for us. Afternoon is possible today, I asked.',
    ),
    reply('priya', 'Fixed. Ellen, you saved my weekend.'),
  ),
  update(
    'alejandro',
    70,
    'Lesson of the week: “dat is een interessant idee” does not mean that it is an interesting idea.',
    reply('marek', '“Daar komen we op terug” means never.'),
    reply('roos', 'And “niet slecht” is the highest praise you will ever get.'),
    reply('hennie', 'Niet slecht, Alejandro.'),
  ),
  question(
    'julia',
    50,
    'Do I need to file a tax return if I arrived in the middle of last year? Friends say yes, the internet says maybe.',
    reply('alejandro', 'I did, and got money back.'),
    answer(
      'corrie',
      'Yes, the M form, because you moved here during the year. It looks terrible, but only six pages matter to you. Come by on Tuesday with your annual statement, we do it together in half an hour.',
    ),
    reply('julia', 'Corrie, 1.140 euro back! Cake is coming.'),
  ),
  update(
    'piotr',
    37,
    'My daughter came home from school and corrected my “de” and “het”. She is five. Eleven out of eleven.',
    reply('mo', 'Dat doet mijn dochter bij mij ook, en ik ben hier geboren.'),
    reply('priya', 'Hire her.'),
  ),
  question(
    'kwame',
    24,
    'Who joins King’s Day on a boat? My neighbour lends me one for eight. I have never sailed, he says that does not matter.',
    reply('milan', 'Me! I can swim.'),
    answer('gerrit', 'Ik vaar wel mee als schipper. Zwemvesten liggen in de loods. It does matter.'),
    reply('eva', 'In. I bring tompouces.'),
    reply('kwame', 'Full boat. Thank you, captain.'),
  ),
  update(
    'marek',
    5,
    'Found a Polish bakery behind the office in Rotterdam. The bread is right. I brought two loaves, they are in the kitchen, in the bag with my name that you may ignore.',
    reply('julia', 'One loaf left.'),
    reply('ellen', 'Nul. Wanneer ga je weer?'),
  ),
];

export const tenderOosterdok: Told[] = [
  update(
    'joris',
    32,
    'Leidraad Oosterdok is binnen: 60% kwaliteit, 40% prijs, vier weken. Ik wil meedoen. Bezwaren nu, of voor altijd op de barricade.',
    reply('mirjam', 'Geen bezwaar, als ik de laatste week geen andere tender heb.'),
    reply('hans', 'Raming kan, maar dan moet Schakel twee dagen wachten.'),
    reply('joris', 'Geregeld met Femke. We gaan.'),
  ),
  update(
    'mirjam',
    17,
    'Eerste versie plan van aanpak staat klaar, 11 pagina’s waar er 8 mogen. Ik heb alle bijvoeglijke naamwoorden eruit gehaald en het werd beter.',
    reply('joris', 'Pagina 4 is het hart. De rest mag korter.'),
    reply('hans', 'Tabel op 7 klopt niet meer met de raming, ik stuur de nieuwe.'),
  ),
  update(
    'joris',
    6,
    'Ingediend, 22 minuten voor de deadline. Vorige keer was het vier, dus we worden ouder en wijzer.',
    reply('mirjam', 'Ik ga slapen.'),
    reply('hans', 'Ik had de taxi al voor morgen besteld, die kan dus weg.'),
  ),
];

export const lunchwandeling: Told[] = [
  update(
    'roos',
    46,
    'Vandaag het rondje langs de sluis? 12.30 uur bij de draaideur. Het wordt droog, zegt mijn knie.',
    reply('corrie', 'Ik ben erbij.'),
    reply('wim', 'In Zwolle regent het. Ik loop in gedachten mee.'),
    reply('ilse', 'Vijf minuten later, even een telefoontje.'),
  ),
  update(
    'corrie',
    19,
    'Er zitten jonge futen bij de sluis! Neem je telefoon mee.',
    reply('ilse', 'Drie stuks, op moeders rug. Foto gemaakt.'),
    reply('roos', 'Beste lunch van de week.'),
  ),
];
