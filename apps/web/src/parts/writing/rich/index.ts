export { plainWords } from './plain-words';
export { quoteOf } from './quote';
export { RichArea } from './RichArea';
export { Toolbar } from './Toolbar';
