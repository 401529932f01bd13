import { CommunitiesModule } from '#communities';
import { DraftsModule } from '#drafts';
import { FeedsModule } from '#feeds';
import { FilesModule } from '#files';
import { HouseRulesModule } from '#house-rules';
import { NotificationsModule } from '#notifications';
import { PostsModule } from '#posts';
import { SearchModule } from '#search';
import { UpkeepModule } from '#upkeep';
import { UsersModule } from '#users';

/** Every domain of Kring with work of its own, in the order in which they may know each other. */
export const domainModules = [
  UsersModule,
  CommunitiesModule,
  FilesModule,
  PostsModule,
  FeedsModule,
  DraftsModule,
  HouseRulesModule,
  NotificationsModule,
  SearchModule,
  UpkeepModule,
];
