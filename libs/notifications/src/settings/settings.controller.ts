import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers } from '#platform';
import { PreviewReader } from '../preview/preview.reader.ts';
import { PreviewView } from '../preview/preview.view.ts';
import { ChangeSettings } from './change-settings.service.ts';
import { ChangeNotificationSettings, NotificationSettingsView } from './settings.dto.ts';
import { SettingsReader } from './settings.reader.ts';

@ApiTags('notifications')
@Controller('api/v1/notifications')
export class NotificationSettingsController {
  constructor(
    private readonly settings: SettingsReader,
    private readonly changing: ChangeSettings,
    private readonly previews: PreviewReader,
  ) {}

  @Get('settings')
  @Answers(NotificationSettingsView)
  show(@CurrentViewer() viewer: Viewer): Promise<NotificationSettingsView> {
    return this.settings.mine(viewer);
  }

  @Patch('settings')
  @Answers(NotificationSettingsView)
  change(
    @CurrentViewer() viewer: Viewer,
    @Body() wish: ChangeNotificationSettings,
  ): Promise<NotificationSettingsView> {
    return this.changing.of(viewer, wish);
  }

  @Get('preview')
  @Answers(PreviewView, { about: 'The last seven days as your present settings would have it.' })
  preview(@CurrentViewer() viewer: Viewer): Promise<PreviewView> {
    return this.previews.of(viewer);
  }
}
