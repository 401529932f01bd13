import { useState } from 'react';
import { useEditProfile } from '~/data/account';
import { useSession } from '~/data/session';
import { chooseLanguage, type Language, languages } from '~/i18n/languages';
import { useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Choice } from '~/ui/Choice';
import { type Contrast, chosenContrast, chosenTheme, setContrast, setTheme, type Theme } from './theme';

/** Language goes with the account; light or dark and contrast stay with this device. All hold at once. */
export function Appearance() {
  const text = useText();
  const { user } = useSession();
  const edit = useEditProfile();
  const { problem } = useFormProblem(edit.error);
  const [theme, showTheme] = useState(chosenTheme);
  const [contrast, showContrast] = useState(chosenContrast);
  const language = chooseLanguage(user.language);
  return (
    <>
      <Choice<Language>
        label={text('settings.language')}
        options={languages.map(({ tag, name }) => ({ id: tag, label: name, lang: tag }))}
        value={edit.isPending ? (edit.variables.language ?? language) : language}
        onChange={(chosen) => edit.mutate({ language: chosen })}
      />
      <FormProblem problem={problem} />
      <Choice<Theme>
        label={text('settings.theme')}
        options={[
          { id: 'system', label: text('theme.system') },
          { id: 'light', label: text('theme.light') },
          { id: 'dark', label: text('theme.dark') },
        ]}
        value={theme}
        onChange={(chosen) => {
          setTheme(chosen);
          showTheme(chosen);
        }}
      />
      <Choice<Contrast>
        label={text('settings.contrast')}
        options={[
          { id: 'system', label: text('theme.system') },
          { id: 'more', label: text('contrast.more') },
        ]}
        value={contrast}
        onChange={(chosen) => {
          setContrast(chosen);
          showContrast(chosen);
        }}
      />
    </>
  );
}
