import languageCommon from '@zxcvbn-ts/language-common';
import { MIN_PASSWORD } from './dto/password-field.ts';

const known = new Set(
  languageCommon.dictionary['passwords-common'].filter((password) => password.length >= MIN_PASSWORD),
);

/** Whether it is among the passwords that attackers try first: 50,000 of them, from leaks. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return known.has(plain) || isRepetition(plain);
}

/** `aaaaaaaaaa`, `abcabcabcabc`, `1234512345`: lists cannot hold them all. */
const isRepetition = (text: string): boolean => /^(.{1,5}?)\1+.{0,4}$/u.test(text) && new Set(text).size <= 5;
