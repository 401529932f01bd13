import { announcement, answer, pinned, question, reply, type Told, update } from '../telling.ts';

export const ictVragen: Told[] = [
  pinned(
    announcement(
      'bas',
      120,
      'Eerst hier kijken',
      '| Probleem | Probeer |\n|---|---|\n| VPN verbindt niet | opnieuw aanmelden, dan pas herstarten |\n| Printer doet niets | kijk of hij aanstaat, écht |\n| Model opent traag | lokaal kopiëren, niet over VPN |\n| Telefoon kwijt | **meteen** @amira bellen, ook ’s nachts |\n\nStaat het er niet bij, vraag het dan hier.',
      reply('dirk', 'Regel twee lost 60% op. Ik heb het bijgehouden.'),
    ),
  ),
  question(
    'corrie',
    116,
    'De printer op de tweede drukt alles af in het paars. Ook de facturen. Het staat ze niet slecht maar ik kan ze zo niet versturen.',
    reply('luuk', 'Ik vind het een verbetering.'),
    answer(
      'dirk',
      'Cyaan-cartridge zat scheef na het bijvullen. Opgelost. Als het weer gebeurt: klep open, blauwe hendel aandrukken tot het klikt.',
    ),
    reply('corrie', 'Weer saai zwart-wit. Dank je, Dirk.'),
  ),
  question(
    'anouk',
    110,
    'Kan ik ergens een zware berekening laten draaien zonder dat mijn laptop opstijgt? Ongeveer 200 sommen van 40 minuten.',
    reply('marek', 'I have the same question, with 600.'),
    answer(
      'niels',
      'Op de rekenserver, 32 kernen. Zo zet je ze in de rij:\n\n```bash\nssh rekenserver\ncd /opdrachten/lekdijk\nparallel --jobs 16 --joblog log.txt ./som.sh {} ::: vak-*.inp\n```\n\n’s Nachts mag je alle 32 gebruiken. Handleiding staat op de server zelf, `cat LEESMIJ`.',
    ),
    reply('anouk', '200 sommen in één nacht. Ik ben verliefd op parallel.'),
    reply('marek', 'Same here. Thank you!'),
  ),
  question(
    'petra',
    100,
    'Op de bouw valt de verbinding weg zodra de kraan draait. Verbeelding of kan dat?',
    reply('kees', 'Ria zegt dat zij het niet is.'),
    answer(
      'dirk',
      'Kan echt: de giek komt in de straal van de 4G-antenne. Ik heb hem vandaag aan de andere kant van de keet gehangen, 3 meter hoger. Laat weten of het nu blijft.',
    ),
    reply('petra', 'Drie dagen zonder storing. Ria is vrijgesproken.'),
  ),
  announcement(
    'dirk',
    93,
    'Onderhoud zaterdagochtend',
    'Zaterdag van 7 tot 11 uur zijn de bestanden en het model niet bereikbaar. We vervangen de opslag. Kring en telefoon blijven werken. Zet vrijdag je lokale kopie terug, dan slaap ik beter.',
    reply('dirk', 'Klaar om 10.20 uur. Alles terug, en ongeveer twee keer zo snel.'),
    reply('emre', 'Ik merk het, het centrale model opent in 40 seconden. Was twee minuten!'),
  ),
  question(
    'kwame',
    84,
    'My Revit licence says “in use by another user”, but it is only me. Two machines, one me. How do I free it?',
    answer(
      'amira',
      'Your old laptop still holds it. I released it from the server. Next time: Help › Sign out on the old one before you hand it in.',
    ),
    reply('kwame', 'Works. You are fast.'),
  ),
  question(
    'gerrit',
    76,
    'Hoe krijg ik foto’s van de inspectie van mijn telefoon in het dossier zonder ze eerst naar mezelf te mailen? Ik doe dit nu al vier jaar.',
    reply('hennie', 'Ik print ze.'),
    answer(
      'amira',
      'Open de projectmap in de browser van je telefoon, plusje rechtsonder, “foto’s kiezen”. Alle tegelijk, ook 200. Ik kan het je vrijdag laten zien als ik in Zwolle ben.',
    ),
    reply('gerrit', '214 foto’s, acht minuten. Vier jaar, Amira. Vier jaar.'),
  ),
  update(
    'bas',
    67,
    'Er gaat een nepmail rond die van Wouter lijkt: “ben in bespreking, kun je snel cadeaukaarten kopen”. Zes mensen kregen hem, niemand kocht iets. Goed gedaan. Niet doorsturen, wel hier melden. #phishing',
    reply('ellen', 'Ik wist het meteen, hij zei “alsjeblieft” met een spelfout.'),
    reply('wouter', 'Ik zou nooit cadeaukaarten vragen. Wel bitterballen.'),
  ),
  question(
    'sem',
    55,
    'Excel rekent mijn prognose sinds de update anders: SOM.ALS met een lege cel geeft nu 0 en vroeger niets. Iemand een idee?',
    reply('hans', 'Bij mij ook! Ik dacht dat ik gek werd.'),
    answer(
      'niels',
      'Het is de lege tekst die uit de export komt: `""` is niet leeg. Zet er `=ALS(A2="";"";A2*1)` omheen, of haal de kolom door Tekst naar kolommen. Het laatste is sneller.',
    ),
    reply('sem', 'Tekst naar kolommen. Twee klikken. Dank!'),
  ),
  question(
    'julia',
    48,
    'Can the meeting room screen in Rotterdam show a laptop without the purple dongle? The dongle is on holiday.',
    answer(
      'dirk',
      'Yes: join the room “Maas” from your laptop and press share, no cable needed. And whoever has the dongle: it is for the projector in the canteen.',
    ),
    reply('ellen', 'De paarse zat in mijn jaszak. Schaamte.'),
  ),
  update(
    'amira',
    41,
    'De wachtlijst voor nieuwe laptops is weg. Wie er een krijgt, krijgt vanzelf bericht. Wie denkt dat hij er een moet krijgen, mag het ook hier zeggen, maar dan lezen we allemaal mee.',
    reply('mo', 'De mijne heeft beton in het toetsenbord. Echt.'),
    reply('amira', 'Foto gezien. Jij staat nu bovenaan.'),
  ),
  question(
    'liesbeth',
    35,
    'Mijn plotter in Zwolle snijdt A0 af bij 1.180 mm. Onderhoek ontbreekt dus steeds. Iemand?',
    reply('dirk', 'Welke driver, die met PS in de naam?'),
    reply('liesbeth', 'Ja, die.'),
    answer(
      'wim',
      'Ik had het ook bij de affiches. Papiersoort op “rol 914” zetten in plaats van “automatisch”, dan pakt hij de hele lengte.',
    ),
    reply('liesbeth', 'Wim, je bent goud waard.'),
  ),
  question(
    'eva',
    25,
    'Can I get the newt counts from a paper form into a table without typing? My handwriting is okay in dry weather.',
    reply('guusje', 'Ik typ ze graag voor je in, als ik een keer mee mag.'),
    answer(
      'niels',
      'Made you a small form for your phone, works offline in the ditch and syncs when you are back. Link is in your stream. Rubber gloves mode included: very big buttons.',
    ),
    reply('eva', 'Very big buttons! I could cry.'),
  ),
  question(
    'frank',
    17,
    'Hoe deel ik een bestand van 6 GB met een aannemer, zonder een of andere site met reclame?',
    answer(
      'bas',
      'Via onze eigen deelmap: rechtsklik › delen met gast, kies 14 dagen en een wachtwoord dat je per telefoon doorgeeft. Alles blijft in huis, en na veertien dagen ruimt het zichzelf op.',
    ),
    reply('frank', 'Precies wat ik zocht.'),
  ),
  question(
    'hennie',
    12,
    'Mijn scherm staat sinds vanmorgen op zijn kop. Ik heb niets aangeraakt, behalve alles.',
    reply('milan', 'I can see you tilting your head from here.'),
    answer('dirk', 'Ctrl + Alt + pijl omhoog. Of de kat.'),
    reply('hennie', 'Het was de kat niet, maar het werkt.'),
  ),
  question(
    'mirjam',
    1,
    'Krijgt iedereen vandaag twee keer een melding bij een vermelding, of ben ik dubbel populair?',
    reply('tess', 'Bij mij één keer.'),
    answer(
      'amira',
      'Je stond op twee apparaten met meldingen aan, waarvan één je oude telefoon in de la. Die heb ik afgemeld.',
    ),
    reply('mirjam', 'Dus enkel populair. Oké.'),
  ),
];
