export { RichArea } from './RichArea';
export { Toolbar } from './Toolbar';
