import { Flag, IdField, IdsField, Moment, Parts, Whole } from '#platform';

class ShownThread {
  @IdField()
  id: string;

  @Whole({ min: 1, max: 2 ** 31 - 1, about: 'As it was listed.' })
  position: number;
}

export class CatchUpDoneRequest {
  @Moment({ about: 'The `until` of what was listed.' })
  until: string;

  @Parts(ShownThread, { max: 200, optional: true, about: 'Threads of sections.' })
  threads: ShownThread[] = [];

  @IdsField({ max: 200, optional: true, about: 'Communities whose line is done: threads of sections stay.' })
  communityIds: string[] = [];

  @Flag({ optional: true, about: 'All that there was until then, listed or not.' })
  everything: boolean = false;
}

export class CatchUpUndoRequest {
  @IdField()
  id: string;
}
