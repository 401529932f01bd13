import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '#platform';

/** Paper and ink blue: the ground of the app while it starts, before a style sheet is there to say so. */
const PAPER = '#fcfaf6';

/** What makes Kring an app on a telephone: the organisation's own name under the icon. */
@ApiExcludeController()
@Controller()
export class ManifestController {
  constructor(private readonly database: Database) {}

  @Get('manifest.webmanifest')
  @Header('Content-Type', 'application/manifest+json')
  @Header('Cache-Control', 'no-cache')
  async show() {
    const [organisation] = await this.database.query<{ name: string }>('SELECT name FROM organisations');
    const name = organisation?.name ?? 'Kring';
    return {
      id: '/',
      name: name === 'Kring' ? name : `${name} · Kring`,
      short_name: name,
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: PAPER,
      theme_color: PAPER,
      icons: [
        icon('icon-192', 192),
        icon('icon-512', 512),
        icon('maskable-192', 192, 'maskable'),
        icon('maskable-512', 512, 'maskable'),
      ],
    };
  }
}

const icon = (name: string, size: number, purpose: 'any' | 'maskable' = 'any') => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});
