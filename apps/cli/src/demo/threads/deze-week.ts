import { keptBy, question, reply, type Told, update } from '../telling.ts';

/** What is going on now, by community: open questions, a topic that several projects talk about, and news for the director. */
export const dezeWeek: Record<string, Told[]> = {
  'nieuwbouw-noord': [
    keptBy(
      update(
        'mo',
        3,
        'Stort van de begane grond is klaar: 210 m³ in één dag, zonder pompstoring. De kubussen liggen in het lab, uitslag vrijdag. #beton',
        reply('yasmin', 'Mooi strak werk. Nabehandelen tot en met zondag, er komt wind.'),
        reply('sanne', 'Dank aan iedereen die om vijf uur al stond te wachten op de eerste wagen.'),
      ),
      'wouter',
    ),
    question(
      'yasmin',
      1,
      'Wie heeft ervaring met CEM III/B in januari? De planning vraagt ontkisten na twee dagen en dat haal ik bij 4 °C niet op papier. #beton',
    ),
    update(
      'sanne',
      0,
      'De wethouder komt donderdag om 10.00 uur kijken. @wouter, doe jij het welkom? Helmen liggen klaar, laarzen in maat 38 tot en met 46.',
    ),
  ],
  'gemaal-de-kooi': [
    update(
      'anouk',
      2,
      'De vloer onder water is na twee weken dicht: 3 liter per uur bij volle buitendruk, toegestaan is 20. Maandag pompen we droog. #beton',
      reply('ahmed', 'Drie liter! Dat is de koffie van de duikers.'),
    ),
  ],
  'van-dalen': [
    question(
      'hennie',
      2,
      'Weet iemand nog in welk jaar de luifel van ons eigen kantoor is vervangen? In het archief houdt het op bij 1987.',
    ),
    update(
      'ingrid',
      1,
      'De jaarcijfers gaan volgende week naar de accountant. @wouter, ik mis nog je tekst voor het voorwoord: één pagina, graag voor vrijdag.',
      reply('ellen', 'Ik heb een uur in zijn agenda vrijgehouden. En de telefoon uitgezet.'),
    ),
  ],
  'ict-vragen': [
    question(
      'corrie',
      1,
      'Sinds gisteren vraagt het boekingssysteem bij elke factuur om mijn wachtwoord. Hebben meer mensen dat?',
    ),
  ],
  directie: [
    update(
      'farid',
      1,
      'Oosterdok: de inschrijving moet er de 14e in. @wouter, ik heb een besluit nodig over de prijs voor we de laatste ronde ingaan.',
      reply('marijke', 'Mijn voorstel staat in het stuk van maandag. Ik zou niet lager gaan.'),
    ),
  ],
  'wouter-sanne': [
    update(
      'sanne',
      1,
      'Heb je vanmiddag tien minuten? Het gaat over de bezetting op Noord na de zomer.',
      reply('wouter', 'Na vieren, bij mij of bij jou?'),
      reply('sanne', 'Bij mij, dan kun je meteen het model zien.'),
    ),
  ],
  'wouter-bas': [
    update(
      'bas',
      4,
      'Je nieuwe telefoon ligt klaar. Je oude nummer blijft.',
      reply('wouter', 'Dank. Wat moet ik met de oude?'),
      reply('bas', 'Inleveren bij @dirk, die wist hem voor je.'),
    ),
  ],
};

/** In the director's own stream. */
export const dezeWeekStromen: Told[] = [
  update(
    'wouter',
    1,
    'Vanochtend drie projecten bezocht en overal hetzelfde gehoord: het overleg is korter sinds we vooraf hier schrijven. Houden zo.',
    reply('gerrit', 'En de koffie is nog steeds even sterk.'),
    reply('noor', 'Vergadervrije donderdag doet ook mee.'),
    reply('sanne', 'Op Noord scheelt het een uur per week, ik heb het bijgehouden.'),
  ),
];
