export { FileView } from './dto/file.view.ts';
export { FileStore } from './file-store.ts';
export { FilesModule } from './files.module.ts';
export { filesOf, fileView } from './files.queries.ts';
export { LocalFileStore } from './local-file-store.ts';
