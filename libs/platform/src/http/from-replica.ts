import { SetMetadata } from '@nestjs/common';

export const FROM_REPLICA = 'kring:from-replica';

/** For a list that may be answered by a replica of the database, which is a moment behind. */
export const FromReplica = () => SetMetadata(FROM_REPLICA, true);
