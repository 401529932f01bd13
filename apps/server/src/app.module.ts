import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard, Strangers } from '#access';
import {
  LogPositionInterceptor,
  PlatformModule,
  ProblemFilter,
  RateLimitGuard,
  ReplicaInterceptor,
  type Settings,
  validationPipe,
} from '#platform';
import { RealtimeModule } from '#realtime';
import { ClientErrorsController } from './client-errors/client-errors.controller.ts';
import { domainModules } from './domain-modules.ts';
import { HealthController } from './health.controller.ts';
import { Leaving } from './leaving.ts';
import { ManifestController } from './manifest.controller.ts';
import { SystemController } from './system/system.controller.ts';
import { SystemReader } from './system/system.reader.ts';

/** The whole of Kring in one process; a worker has no sockets and nobody who asks it about the installation. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    const forPeople = settings.KRING_ROLE !== 'worker';
    return {
      module: AppModule,
      imports: [PlatformModule.with(settings), ...domainModules, ...(forPeople ? [RealtimeModule] : [])],
      controllers: [
        HealthController,
        ...(forPeople ? [ManifestController, SystemController, ClientErrorsController] : []),
      ],
      providers: [
        ...(forPeople ? [SystemReader] : []),
        Leaving,
        Strangers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        // In this order: where the primary stands, and instead where a replica does.
        { provide: APP_INTERCEPTOR, useClass: LogPositionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ReplicaInterceptor },
        // In this order: who is it, then how often.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
      ],
    };
  }
}
