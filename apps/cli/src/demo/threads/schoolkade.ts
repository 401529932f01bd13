import { answer, question, reply, type Told, update } from '../telling.ts';

export const schoolkade: Told[] = [
  update(
    'jeroen',
    115,
    'Startoverleg gehad. Vier partijen, elf belangen en één kade. De bomen zijn het belangrijkst: 23 iepen, sommige ouder dan de riolering. Wie iets graaft, belt eerst de boomwacht.',
    reply('stefan', 'Nummer hangt in de keet en zit in mijn telefoon onder “boom”.'),
    reply('eva', 'I will walk along the trees with the municipal arborist on Thursday.'),
  ),
  update(
    'gerrit',
    107,
    'Onderwaterinspectie klaar, 340 meter in vier dagen. De houten palen onder vak 3 hebben aan de buitenkant 6 cm zacht hout, in vak 1 maar 1,5. De muur weet het nog niet, maar hij staat op potloden.',
    reply('willem', 'Op hoeveel diepte zijn ze bemonsterd?'),
    reply(
      'gerrit',
      'Kop, en op 1 meter. Op 1 meter is alles nog goed. Het is dus schade van toen het peil laag stond.',
    ),
    reply('willem', 'Dan hebben we tijd, en dat is het beste nieuws van de maand.'),
  ),
  question(
    'jeroen',
    95,
    'Mag er op zaterdag markt staan als de muur nog in onderzoek is? De marktmeester wil het vandaag weten.',
    reply('willem', 'Op vak 1 en 2 wel, geen discussie.'),
    answer(
      'yasmin',
      'Vak 1 en 2: ja. Vak 3: kramen ja, maar geen viswagen (9 ton) binnen vier meter van de rand. Ik stuur een schetsje met een krijtlijn dat hij kan uitprinten.',
    ),
    reply('jeroen', 'De visboer staat nu naast de kaasboer. Beiden boos, muur blij.'),
  ),
  update(
    'saskia',
    82,
    'Woonboten: alle negen bewoners gesproken. Acht kunnen tijdelijk naar de Havenkom. De negende is een ark van 1911 die niet meer kan varen. Daarvoor moeten we iets bedenken.',
    reply('jeroen', 'Kunnen we om hem heen werken?'),
    reply(
      'willem',
      'Met korte damwandplanken en een drukmachine in plaats van trillen: ja. Duurder, maar minder duur dan hem tillen.',
    ),
    reply('saskia', 'Mevrouw Bontekoe heeft gehuild van opluchting. Ik ook een beetje.'),
  ),
  update(
    'yasmin',
    73,
    'Proefsleuf bij boom 12: wortels lopen tot de kademuur en dan netjes de bocht om. Ankers op de geplande hoogte gaan er dwars doorheen. Voorstel is 60 cm lager en 5 graden steiler. @willem kan dat met het grondwater?',
    reply('willem', 'Met een prop op de ankerkop, ja. Ik pas de berekening aan.'),
    reply('eva', 'The tree says thank you.'),
  ),
  question(
    'stefan',
    62,
    'Bij de monitoring springt prisma 7 elke ochtend om half acht 3 mm naar voren en ’s avonds terug. Beweegt de muur echt of is er iets met het meten?',
    reply('marek', 'Temperature? Is it in the sun at that time?'),
    reply('stefan', 'Nee, noordzijde. Altijd schaduw.'),
    answer(
      'gerrit',
      'Om half acht zet de bakker zijn bestelbus precies in de zichtlijn en stuurt het toestel bij op het spiegelende dak. Ik heb erbij gestaan met een oliebol. Toestel een meter hoger en het is over.',
    ),
    reply('stefan', 'Opgelost. En nu heb ik ook zin in een oliebol.'),
  ),
  update(
    'willem',
    51,
    'Vergelijking van de varianten voor vak 3, na alle gesprekken:\n\n| Variant | Kosten | Bouwtijd | Bomen | Ark blijft |\n|---|---:|---:|:---:|:---:|\n| Sloop en nieuwbouw | € 6,1 mln | 14 mnd | 5 weg | nee |\n| Damwand ervoor | € 4,4 mln | 8 mnd | alle 23 | nee |\n| Drukpalen door de muur | € 4,9 mln | 9 mnd | alle 23 | ja |\n\nMijn voorkeur is de derde, ook al is hij niet de goedkoopste.',
    reply('jeroen', 'De gemeente leest mee en neigt ook daarnaar.'),
    reply('hans', 'Bedragen kloppen, prijspeil dit kwartaal, inclusief 12% onvoorzien.'),
    reply('noor', 'Goed dat de ark als kolom in een tabel staat.'),
  ),
  update(
    'jeroen',
    37,
    'College heeft gekozen: drukpalen door de muur. Unaniem. De wethouder noemde het “de kade die blijft staan door er niets aan te veranderen”. Dat gaan we op een mok zetten.',
    reply('luuk', 'Ontwerp van de mok is klaar.'),
    reply('saskia', 'Mevrouw Bontekoe wil er ook een.'),
    reply('wouter', 'Eén voor op mijn bureau graag.'),
  ),
  update(
    'stefan',
    16,
    'De eerste twee palen in het proefvak zijn gedrukt. Geen trilling gemeten boven 0,4 mm/s, grens is 3. De koffie in de ark bleef in het kopje, dat was de officieuze meting.',
    reply('yasmin', 'Kracht bij 9 meter?'),
    reply('stefan', '412 kN. Voorspeld was 390 tot 450.'),
    reply('yasmin', 'Daar word ik heel blij van.'),
  ),
  update(
    'jeroen',
    6,
    'Proefvak van 20 meter is af, drie dagen eerder dan gepland. Evaluatie is dinsdag op de kade zelf, neem een jas mee. Wie punten heeft voor het grote werk:\n\n- [x] minder lawaai van de pomp\n- [x] looproute voor de school\n- [ ] waar laten we de fietsen van de markt?\n- [ ] verlichting langs het hek',
    reply('gerrit', 'Fietsen kunnen op de ponton. Die ligt er toch.'),
    reply('saskia', 'Briljant, als er een hekje omheen staat.'),
  ),
  question(
    'petra',
    2,
    'Hoeveel segmenten van de drukpaal liggen er nog op voorraad? De leverancier kan vrijdag leveren en daarna drie weken niet.',
    answer(
      'stefan',
      '46 segmenten van 1 meter. Voor de eerste tien palen hebben we 90 nodig. Dus vrijdag graag 60, dan blijft er wat speling.',
    ),
    reply('petra', 'Besteld: 60, vrijdag voor tien uur, via de Havenkom.'),
  ),
];
