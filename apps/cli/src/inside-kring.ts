import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule } from '#platform';
import type { Installation } from './installation.ts';

@Module({})
class CommandLine {}

/** Runs `work` with libs put together as in the server, but without HTTP. */
export async function insideKring<T>(
  settings: Installation,
  libs: Array<Type | DynamicModule>,
  work: (kring: INestApplicationContext) => Promise<T>,
): Promise<T> {
  // What follows from the events is the work of the server, at once or when it starts.
  settings.KRING_ROLE = 'web';
  const imports = [PlatformModule.with(settings), ...libs];
  const kring = await NestFactory.createApplicationContext(
    { module: CommandLine, imports },
    { logger: ['error'], abortOnError: false },
  );
  try {
    return await work(kring);
  } finally {
    await kring.close();
  }
}
