import { announcement, answer, question, reply, type Told, update } from '../telling.ts';

export const lekdijk: Told[] = [
  update(
    'anouk',
    117,
    'De veiligheidsanalyse is rond. Van de 7,4 kilometer voldoet 2,9 nu al, 3,1 is te laag en 1,4 heeft last van zand dat eronderdoor wil. Die laatste wordt ons grootste gesprek. #piping',
    reply('noor', 'Helder verhaal, en twee kilometer minder dan waar we voor vreesden.'),
    reply('willem', 'Is dat met de nieuwe korrelverdeling bij vak 9?'),
    reply('anouk', 'Ja, met de boringen van februari. Zonder was het 1,9.'),
  ),
  update(
    'saskia',
    109,
    'Keukentafel 1 tot en met 6 gehad langs de dijk. Rode draad: mensen zijn niet tegen een hogere dijk, ze zijn tegen niet weten wanneer. Ik stel voor dat we elke eerste maandag een kort bericht sturen, ook als er niets te melden is.',
    reply('noor', 'Doen. Vooral als er niets te melden is.'),
    reply('nadia', 'Ik maak een opzet van één kantje, met een vaste plek voor de kaart.'),
    reply(
      'saskia',
      'Eerste bericht is de deur uit, zes reacties, waarvan vijf bedankjes en één over een kapotte lantaarn.',
    ),
  ),
  question(
    'yasmin',
    102,
    'Voor de macrostabiliteit bij vak 4: rekenen we met de verkeersbelasting van 13,3 kN/m² over de hele kruin of alleen over de rijstrook? Daar zit 8 cm bermbreedte in.',
    reply('willem', 'Vroeger altijd de hele kruin.'),
    answer(
      'anouk',
      'Alleen over 2,5 meter, de strook van het zware verkeer, en alleen bij hoogwater als de dijk inspectieverkeer moet dragen. Staat in de uitgangspuntennota, paragraaf 5.3. En 8 cm is voor de buurvrouw van vak 4 het verschil tussen wel en geen pruimenboom.',
    ),
    reply('yasmin', 'Dan wordt het de pruimenboom. Dank!'),
  ),
  update(
    'marek',
    94,
    'Wave run-up for the bend near the ferry is 30 cm lower than in the 2017 model, because the new bathymetry has a sandbank that was not there. Do we trust the sandbank?',
    reply('anouk', 'Die bank ligt er pas zes jaar. Ik zou zonder rekenen en hem als gevoeligheid meenemen.'),
    reply('marek', 'So: without the bank, and a note. Thank you, that is also what my stomach said.'),
  ),
  update(
    'eva',
    86,
    'Vegetation survey done. Sections 2 and 11 have 34 species per plot, including meadow sage. If we strip the topsoil there and put it back in the same order, we keep most of it. It costs one extra machine and a little patience.',
    reply('noor', 'Zet het als eis in het contract, niet als wens.'),
    reply('oscar', 'Met een bonus per soort die er na drie jaar nog staat? Dat werkt beter dan een boete.'),
    reply('eva', 'I love that. Yes.'),
  ),
  question(
    'julia',
    75,
    'Who has experience with a digital participation map, where residents can put a pin and a comment? The water board would like one before the summer.',
    reply(
      'saskia',
      'Wij gebruikten er een bij Noord. Het werkt als iemand elke dag antwoordt, anders wordt het een klaagmuur.',
    ),
    answer(
      'luuk',
      'I built the one for Noord, on our own server, no accounts needed. I can copy it in half a day. Reserve somebody for answers, as Saskia says.',
    ),
    reply('julia', 'Perfect. I will be the somebody, for Dutch with help of @saskia.'),
  ),
  update(
    'willem',
    63,
    'Proefbemaling bij vak 9: de stijghoogte reageert binnen twee uur op de rivier. Daarmee is het scherm van 12 meter de enige oplossing die ik durf te ondertekenen. Filterscherm, geen staal.',
    reply('noor', 'Wat betekent dat voor de kosten?'),
    reply(
      'hans',
      'Ongeveer 1,9 miljoen voor het vak, tegen 2,6 voor staal. En je krijgt het later makkelijker weg.',
    ),
    reply('anouk', 'Voor de faalkans maakt het niet uit, beide halen het.'),
  ),
  update(
    'anouk',
    49,
    "Wie ook met de rivierstanden rekent: ik haal ze nu elke ochtend automatisch op en zet ze klaar.\n\n```sql\nSELECT dag, max(stand_cm) AS hoogste\nFROM waterstand\nWHERE meetpunt = 'Hagestein boven'\nGROUP BY dag\nORDER BY dag DESC\nLIMIT 14;\n```\n\nDe tabel staat in de rekenomgeving, lezen mag iedereen. #data",
    reply('marek', 'This saves me a manual download every Monday. Thank you!'),
    reply('niels', 'Zal ik er een grafiekje op zetten? Kost me een lunch.'),
    reply('niels', 'Staat. En de lunch was lekker.'),
  ),
  update(
    'noor',
    34,
    'Vanmiddag met de gedeputeerde over de dijk gefietst. Hij heeft bij vak 7 zelf geconstateerd dat het daar “wel erg smal wordt met een tractor”. Meer onderbouwing had ons rapport niet nodig.',
    reply(
      'saskia',
      'Was dat de tractor van Van Oort? Die rijdt daar namelijk altijd op woensdag om drie uur.',
    ),
    reply('noor', 'Ik zeg niets.'),
  ),
  announcement(
    'noor',
    21,
    'Kansrijke alternatieven liggen vast',
    'De stuurgroep koos drie alternatieven om uit te werken:\n\n- **Groen**: binnenberm en grond uit het gebied\n- **Smal**: verticale oplossingen bij de 41 huizen\n- **Rivier**: verlegging bij vak 6, als de natuurorganisaties meebetalen\n\nDe komende drie maanden rekenen we alle drie even serieus door. Ook die waar je niet van houdt.',
    reply('willem', 'Ik houd van alle drie. Van één iets meer.'),
    reply('anouk', 'Planning per vak staat klaar, ik loop hem donderdag met iedereen door.'),
    reply('eva', 'The Rivier one would be a gift for the birds.'),
  ),
  question(
    'saskia',
    10,
    'Een bewoner vraagt of trillingen van een filterscherm vergelijkbaar zijn met heien. Wat antwoord ik, in één zin zonder vaktaal?',
    answer(
      'willem',
      '“Nee: de machine graaft een smalle sleuf en trilt niet, u merkt vooral het geluid van een graafmachine, ongeveer drie dagen lang.”',
    ),
    reply('saskia', 'Dat noem ik vakmanschap. Letterlijk doorgestuurd.'),
  ),
  update(
    'yasmin',
    2,
    'De 22 boringen bij vak 6 zijn klaar. Onverwacht veel veen, tot wel vijf meter. Dat maakt Rivier lastiger, maar nog niet onmogelijk. Ik reken er morgen aan verder.',
    reply('noor', 'Eerlijk zeggen in de stuurgroep, ook als het tegenvalt.'),
    reply('anouk', 'Heb je ook volumegewichten? Dan kan ik mijn berekening meteen aanpassen.'),
  ),
];
