import { Matches } from 'class-validator';
import { Parts, Text, Whole } from '#platform';

const wrong = { message: 'is not of the expected form', context: { code: 'wrong' } };

/** A place in our own bundle. */
class FrameOfError {
  @Text({ max: 120, example: 'assets/HomeScreen-Bz1.js' })
  @Matches(/^[\w./-]+$/, wrong)
  file: string;

  @Whole({ min: 0, max: 10_000_000 })
  line: number;

  @Whole({ min: 0, max: 10_000_000 })
  column: number;
}

/**
 * Where the client failed. There is no room for what somebody wrote or for whom it is: no message, which may quote
 * either, no address but its pattern, and only places in our own files.
 */
export class ClientErrorRequest {
  @Text({ max: 60, example: 'TypeError' })
  @Matches(/^[A-Za-z]+$/, wrong)
  name: string;

  @Text({ max: 100, about: 'The pattern of the address.', example: '/communities/$communityId' })
  @Matches(/^\/[A-Za-z$/-]*$/, wrong)
  screen: string;

  @Parts(FrameOfError, { max: 20 })
  frames: FrameOfError[];
}
