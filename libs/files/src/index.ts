export { FileView } from './dto/file.view.ts';
export { LOOSE_FILES } from './file-cleaning.ts';
export { FileStore } from './file-store.ts';
export { FILE_COUNTERS } from './files.counters.ts';
export { FilesModule } from './files.module.ts';
export { filesOf, fileView } from './files.queries.ts';
export { LocalFileStore } from './local-file-store.ts';
