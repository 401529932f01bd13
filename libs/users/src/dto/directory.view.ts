import { Shown } from '#platform';
import { PersonChip } from './person-chip.view.ts';

/** Somebody in the chart of who leads whom. */
export class ChartPersonView extends PersonChip {
  @Shown({ type: String, nullable: true })
  department: string | null;

  @Shown({ about: 'How many they lead, of those whom you may see.' })
  reports: number;
}

export class PeopleFilterView {
  @Shown({ about: 'As most of them write it.' })
  name: string;

  @Shown({ about: 'How many it names.' })
  people: number;
}

/** The largest of each, by name. */
export class PeopleFiltersView {
  @Shown({ about: 'How many people there are.' })
  people: number;

  @Shown({ type: [PeopleFilterView] })
  departments: PeopleFilterView[];

  @Shown({ type: [PeopleFilterView] })
  locations: PeopleFilterView[];

  @Shown({ type: [PeopleFilterView] })
  skills: PeopleFilterView[];
}
