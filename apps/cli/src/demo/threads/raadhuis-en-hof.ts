import { announcement, answer, question, reply, type Told, update } from '../telling.ts';

export const raadhuis: Told[] = [
  update(
    'stefan',
    112,
    'Achter de betimmering van de raadzaal zit een muurschildering van 1931 die op geen enkele tekening staat. Werk daar ligt stil tot de restaurator is geweest.',
    reply('roos', 'Wat een vondst. Ik bel monumentenzorg.'),
    reply('corrie', 'Kost dit een week of een maand? Ik vraag het voor de termijnen.'),
    reply('stefan', 'Vier dagen. Ze gaat achter glas en de kast gaat 20 cm naar voren.'),
  ),
  update(
    'roos',
    101,
    'De warmtepompen draaien. Buiten 3 graden, in de trouwzaal 20,4, en de gasmeter is vanmiddag door de wethouder dichtgedraaid en meegenomen naar huis. #gasloos',
    reply(
      'alejandro',
      'The noise at the neighbours is 38 dB(A), limit 40. I stood there at midnight to be sure.',
    ),
    reply('ilse', 'Van label G naar A+. Dit wordt een lezing.'),
  ),
  question(
    'priya',
    93,
    'The balcony slab of the council room has smooth round bars, no ribs. What bond strength may I use for 1931 concrete?',
    reply('hennie', 'In mijn boek uit 1930 staat 5 kg/cm², en ze haakten alles om.'),
    answer(
      'marijke',
      'Use the CUR guideline for existing concrete: 40% of the value for ribbed bars, and only if the end hooks are found. Have Stefan open two spots at the support. If the hooks are there you are fine.',
    ),
    reply('stefan', 'Opened: hooks on all six bars, clean as new.'),
    reply('priya', 'Then it holds with unity check 0.83. They built well.'),
  ),
  update(
    'ilse',
    78,
    'Materialenpaspoort compleet: 96% van het gesloopte materiaal heeft een nieuw adres. De marmeren plinten zitten nu in een bakkerij, de radiatoren in een theater in Deventer.',
    reply('guusje', 'En de deurkrukken in mijn scriptie!'),
    reply('roos', 'Mooi werk van jullie tweeën.'),
  ),
  announcement(
    'roos',
    40,
    'Het raadhuis is open',
    'Om elf uur knipte de burgemeester het lint door, met de schaar van 1931. Tweeënhalf jaar werk, nul ongevallen met verzuim, en een gebouw dat 71% minder energie gebruikt.\n\nDank aan iedereen. De evaluatie is volgende maand, met taart en met eerlijke cijfers.',
    reply('wouter', 'Trots op jullie. Ik heb door de gangen gelopen alsof ik er wilde werken.'),
    reply(
      'alejandro',
      'The reverberation in the council room: 0.9 s. You can now hear every word, for better or worse.',
    ),
    reply('corrie', 'Eindstand: 1,2% onder budget. Ik wil dat dit ergens staat.'),
    reply('stefan', 'Het staat hier, Corrie.'),
  ),
  update(
    'roos',
    34,
    'Wat wij meenemen naar het volgende gebouw:\n\n1. Open vooraf tien plekken, niet drie.\n2. Laat de installateur in het schetsontwerp al meepraten.\n3. Reken monumentenzorg niet als risico maar als teamlid.\n4. Twee weken droogtijd voor kalkstuc is *echt* twee weken.\n\nAanvullen mag. #lessen',
    reply('alejandro', '5. Measure the noise before, not only after.'),
    reply('stefan', '6. Zorg dat er altijd iemand is die weet waar de hoofdkraan zit.'),
    reply('lotte', 'Punt 2 en 3 neem ik mee naar het Hof van Elst.'),
  ),
];

export const hofVanElst: Told[] = [
  update(
    'lotte',
    46,
    'Gegund! De stichting koos ons plan voor het Hof van Elst, vooral vanwege de binnentuin en omdat het later weer uit elkaar kan. Tekenen doen we volgende maand.',
    reply('joris', 'Plankwaliteit 9,1. Dat is de hoogste score dit jaar.'),
    reply('mirjam', 'Ik ga dat plan nog één keer lezen met een glas wijn.'),
    reply('ilse', 'Tweeëntachtig woningen losmaakbaar. Ik sta te springen.'),
  ),
  question(
    'guusje',
    38,
    'Voor mijn afstudeeronderzoek wil ik weten welke verbindingen in houtskeletbouw echt herbruikbaar zijn. Wie heeft voorbeelden die al eens zijn losgemaakt?',
    reply('sanne', 'Bij Noord niet, daar is alles nog vers.'),
    answer(
      'lotte',
      'Het tijdelijke gerechtsgebouw in Amsterdam is verhuisd, en ons eigen paviljoen staat op zijn derde plek. Bouten met hulsen: prima. Schroeven: één keer. Hoekankers: alleen als niemand er hard op heeft geslagen. Ik heb de meetrapporten, kom maar langs.',
    ),
    reply('guusje', 'Geweldig, morgen om tien uur?'),
    reply('lotte', 'Koffie staat klaar.'),
  ),
  update(
    'ilse',
    26,
    'Bezoek gebracht aan de toekomstige bewoners. Grootste wens: een voordeur aan de tuin en een plek voor de scootmobiel waar het *niet* naar rubber ruikt. Dat stond niet in ons plan.',
    reply('alejandro', 'A ventilated niche, 0.8 by 1.6 m, is easy to draw in now and impossible later.'),
    reply('lotte', 'Komt in het programma. Fijn dat je bent gegaan.'),
  ),
  update(
    'hans',
    13,
    'Eerste elementenraming ligt op tafel: 4% boven het taakstellend budget, vooral gevel. Met één raamtype in plaats van drie zijn we er.',
    reply('lotte', 'Twee raamtypes. Eén wordt een kazerne.'),
    reply('hans', 'Met twee is het 0,6% erboven. Daar vinden we wel iets op.'),
  ),
  question(
    'sanne',
    4,
    'Kunnen we de leerpunten van Noord over de wandvolgorde nu al in het schetsontwerp meenemen, of is dat te vroeg?',
    answer(
      'lotte',
      'Juist nu. Als de stabiliteitswanden op het raster van 5,4 meter staan, kan de ploeg straks net als bij veld A twaalf wanden per dag stellen. Kun jij met Mo een halve pagina maken?',
    ),
    reply('mo', 'Ik heb al een halve pagina. Met vetvlekken, maar leesbaar.'),
  ),
];
