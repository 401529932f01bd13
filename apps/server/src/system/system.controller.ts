import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly } from '#access';
import { Answers } from '#platform';
import { SystemReader } from './system.reader.ts';
import { SystemView } from './system.view.ts';

/** For whoever runs the installation and has no monitoring, or no terminal at hand. */
@ApiTags('system')
@Controller('api/v1/system')
export class SystemController {
  constructor(private readonly system: SystemReader) {}

  @Get()
  @AdminOnly()
  @Answers(SystemView)
  show(): Promise<SystemView> {
    return this.system.now();
  }
}
