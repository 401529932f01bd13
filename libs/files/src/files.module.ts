import { Module } from '@nestjs/common';
import { DownloadReader } from './download.reader.ts';
import { FileCleaning } from './file-cleaning.ts';
import { FileStore } from './file-store.ts';
import { FilesController } from './files.controller.ts';
import { Incoming } from './incoming.ts';
import { LocalFileStore } from './local-file-store.ts';
import { LogoController } from './logo.controller.ts';
import { Quota } from './quota.ts';
import { UploadService } from './upload.service.ts';

@Module({
  controllers: [FilesController, LogoController],
  providers: [
    DownloadReader,
    FileCleaning,
    Incoming,
    Quota,
    UploadService,
    { provide: FileStore, useClass: LocalFileStore },
  ],
  exports: [FileStore],
})
export class FilesModule {}
