import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { firstLanguage } from './app/language-choice';
import { loadMessages } from './i18n/languages';

const language = firstLanguage();
const messages = await loadMessages(language);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App first={{ language, messages }} />
  </StrictMode>,
);
