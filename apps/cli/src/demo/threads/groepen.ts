import { announcement, answer, question, reply, type Told, update } from '../telling.ts';

export const borrel: Told[] = [
  announcement(
    'bart',
    97,
    'De zomerborrel: stem mee over de plek',
    'Drie opties, zet een reactie onder je favoriet:\n\n- de werf van Gerrits zwager (boten, muggen)\n- het dak (uitzicht, wind)\n- de loods in Zwolle (ruimte, hijskraan)\n\nNuchter of niet, iedereen is welkom. #borrel',
    reply('gerrit', 'De muggen zijn alleen na negenen.'),
    reply('mo', 'Loods! Dan grillen we onder de kraan.'),
    reply('tess', 'Dak, met truien.'),
    reply('bart', 'Loods wint met 31 stemmen. De kraan blijft uit, @mo.'),
  ),
  update(
    'jolanda',
    89,
    'Herinnering: wie voor de bbq **vegetarisch** eet, vult het lijstje in vóór woensdag. Vorig jaar waren er elf vegetariërs op de lijst en zesentwintig aan de grill.',
    reply('ilse', 'De halloumi was gewoon te goed.'),
    reply('jolanda', 'Dit jaar bestel ik voor veertig.'),
  ),
  update(
    'luuk',
    76,
    'Foto’s van de loodsborrel staan erop. Hoogtepunt: @tjeerd die uitlegt hoe je een worst hydraulisch omdraait, met @ruben als assistent.',
    reply('ruben', 'Het was een elektrische worst. Geen olie boven het vuur.'),
    reply('tjeerd', 'Ik herken mijzelf niet.'),
  ),
  question(
    'tess',
    59,
    'Is er vrijdag ook iets zonder alcohol behalve cola? Vraag voor een vriendin. De vriendin ben ik.',
    answer(
      'bart',
      'Terechte vraag. Vanaf nu: drie soorten 0,0, gemberbier en die rabarberlimonade van de markt. Staat koud.',
    ),
    reply('sem', 'Die rabarber is gevaarlijk lekker.'),
    reply('tess', 'Held!'),
  ),
  update(
    'mo',
    32,
    'Quiz vrijdag: teams van vier, gemengd per afdeling, want constructeurs samen wordt niks gezelligs. Inschrijven hieronder. Prijs: de gouden troffel.',
    reply('kwame', 'In English too? I only know bridges and football.'),
    reply('mo', 'Elke vraag in twee talen. Bridges and football zijn categorie 3 en 5.'),
    reply('corrie', 'Financiën doet mee en komt om te winnen.'),
    reply(
      'bart',
      'Uitslag: team “Onvoorzien” (Corrie, Kwame, Wim, Guusje). De troffel staat bij de boekhouding.',
    ),
  ),
  update(
    'bart',
    4,
    'Vrijdag is er een afscheid én een welkom: Toon van het archief gaat na 38 jaar met pensioen, en we heten onze drie nieuwe collega’s welkom. Half vijf, grote tafel. Neem een verhaal over Toon mee.',
    reply('hennie', 'Ik heb er negen. Drie zijn geschikt.'),
    reply('marijke', 'Ik houd een praatje van vier minuten. Klok maar mee.'),
    reply('jolanda', 'Bitterballen voor zestig, ook zestig groente.'),
  ),
];

export const fietsers: Told[] = [
  update(
    'gerrit',
    105,
    'Pont bij Culemborg vaart twee weken niet. Omrijden via de spoorbrug is 7 kilometer, maar je hebt de hele weg wind mee. Terug niet.',
    reply('eva', 'So we only go one way.'),
    reply('bas', 'Ik werk die dagen thuis, denk ik zo.'),
  ),
  question(
    'daan',
    87,
    'Iemand een goede fietsenmaker bij station Zuilen? Mijn achterwiel maakt het geluid van een heistelling.',
    reply('kees', 'Klinkt als een goed wiel.'),
    answer(
      'femke',
      'Fietsatelier De Naaf, achter de bakker. Gisteren gebracht, vandaag klaar, en hij laat zien wat er kapot was.',
    ),
    reply('daan', 'Drie spaken. Inderdaad vandaag klaar. Dank!'),
  ),
  update(
    'femke',
    65,
    'Elfbruggentocht langs ons eigen werk: **zondag 9.00 uur, 74 km**, vertrek vanaf kantoor. Bij elke brug vertelt degene die eraan rekende één anekdote van maximaal twee minuten. Hennie heeft dispensatie tot drie.',
    reply('hennie', 'Ik neem vier.'),
    reply('kwame', 'I am in, with a borrowed bike.'),
    reply('gerrit', 'Ik rijd bezem, met pomp en krentenbollen.'),
    reply('femke', '19 mensen, twee lekke banden, elf bruggen, nul regen. Volgend jaar weer.'),
  ),
  update(
    'bas',
    42,
    'De laadkluisjes voor e-bikes werken weer. Er zat een muis in de meterkast. De muis maakt het goed.',
    reply('wim', 'Ik heb haar bij de bosrand uitgezet. Ze keek tevreden.'),
  ),
  question(
    'julia',
    22,
    'Is there a rule for lights in this country, or do people just like to ride in the dark?',
    reply('gerrit', 'Officially: white in front, red at the back, 60 euro fine.'),
    answer(
      'bas',
      'There is a box with clip-on lights at the reception for everybody, take a set. Bart wants them back in spring.',
    ),
    reply('julia', 'Took one. I glow now.'),
  ),
  update(
    'gerrit',
    7,
    'Tip voor wie over de dijk komt: gladde plek bij de tweede coupure, daar lekt een slang van de boer. Ik heb hem gebeld, hij legt er morgen zand op.',
    reply('eva', 'Thanks, I almost met the sheep this morning.'),
    reply('karin', 'Dank! En de schapen ook.'),
  ),
];

export const ondernemingsraad: Told[] = [
  update(
    'hennie',
    80,
    'Concept-reactie op de nieuwe reiskostenregeling staat klaar. Kern: fietsen en trein gaan erop vooruit, maar de uitvoering in Zwolle komt er slechter uit. Dat willen we gerepareerd zien.',
    reply(
      'petra',
      'Ik heb de berekening voor acht uitvoerders: gemiddeld 64 euro per maand minder. Dat is niet uit te leggen.',
    ),
    reply(
      'sem',
      'Met een overgang van twee jaar kost repareren 19 duizend. Ik denk dat Farid daarin meegaat.',
    ),
    reply('frank', 'Eens met de tekst. Eén zin korter en hij kan weg.'),
  ),
  update(
    'mirjam',
    57,
    'Verslag van de overlegvergadering is vastgesteld. De bestuurder heeft de overgangsregeling toegezegd. Publicatie aan iedereen is morgen, dan mag je er ook over praten.',
    reply('hennie', 'Goed resultaat, met dank aan Petra’s acht loonstroken.'),
  ),
  question(
    'frank',
    29,
    'Wie kan er mee naar de OR-training in Zutphen? Twee dagen, met overnachting, over instemmingsrecht bij nieuwe software.',
    reply('sem', 'Ik kan alleen de eerste dag.'),
    answer(
      'petra',
      'Ik ga beide dagen, dan zijn we met drie en dat is genoeg voor een besluit. Mirjam leest op afstand mee.',
    ),
    reply('frank', 'Geboekt.'),
  ),
  update(
    'petra',
    9,
    'Vraag uit de achterban: kunnen de tijden van de keetkantine ook op vrijdag tot 14 uur? Vloer stort je nu eenmaal niet vóór de lunch. Ik neem het mee naar het overleg.',
    reply('hennie', 'Steun. Zet het op de agenda als punt 4.'),
  ),
];

export const directie: Told[] = [
  update(
    'wouter',
    68,
    'Ik wil volgend kwartaal besluiten over Groningen: een echt kantoor, of drie bureaus bij de provincie. Graag ieders mening vóór het overleg, liefst met een getal erin.',
    reply(
      'farid',
      'Drie bureaus: 41 duizend per jaar. Kantoor: 190 tot 220. Omslagpunt ligt bij 14 mensen en we hebben er 5.',
    ),
    reply('marijke', 'Begin met de bureaus. De opdrachten in het noorden zijn twee jaar zeker, niet vijf.'),
    reply('ingrid', 'Vier kandidaten vroegen er zelf naar. Werven wordt er makkelijker van.'),
  ),
  update(
    'farid',
    43,
    'Kwartaalcijfers: bezetting 81%, orderportefeuille elf maanden, marge een half punt hoger dan begroot. De oorzaak zit bij water. Vertrouwelijk tot de bijeenkomst.',
    reply('wouter', 'Sterk. Houd de toelichting op één kantje.'),
    reply('ellen', 'Zaal en koffie staan vast voor de bijeenkomst.'),
  ),
  update(
    'ingrid',
    18,
    'Drie leidinggevenden hebben nu meer dan twaalf directe collega’s. Ik stel voor dat we bij bruggen en BIM een teamleider benoemen, uit eigen huis. Namen bespreek ik liever aan tafel.',
    reply('marijke', 'Eens, en snel graag.'),
    reply('wouter', 'Agenda van maandag, eerste punt.'),
  ),
];
