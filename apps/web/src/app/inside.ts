/** What somebody who is logged in sees first, in one piece: the shell and its home. Everything else comes when asked for. */
export { HomeScreen } from '~/screens/home/HomeScreen';
export { Shell } from './Shell';
