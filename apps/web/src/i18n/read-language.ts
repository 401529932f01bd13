import { useIntl } from './Language';
import { chooseLanguage, type Language } from './languages';

/** The language on the page: for an account that is made here, and for names of emoji. */
export const useReadLanguage = (): Language => chooseLanguage(useIntl().locale);
