import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sessionCookie } from '#access';
import { Settings } from '#platform';
import { type Device, deviceCookie } from './device.ts';
import { DEVICE_DAYS, LONGEST_DAYS } from './sessions.queries.ts';

/** Gives and takes the cookie that holds a session's token. When a session ends is for the server to say. */
@Injectable()
export class SessionCookies {
  constructor(private readonly settings: Settings) {}

  /** Besides the session: what the device is known by afterwards, longer than any session. */
  give(reply: FastifyReply, token: string, device: Device): void {
    reply.setCookie(this.name, token, { ...this.attributes, maxAge: LONGEST_DAYS * 86_400 });
    const name = deviceCookie(this.settings.secure);
    reply.setCookie(name, device.token, { ...this.attributes, maxAge: DEVICE_DAYS * 86_400 });
  }

  take(reply: FastifyReply): void {
    reply.setCookie(this.name, '', { ...this.attributes, maxAge: 0 });
  }

  private get name(): string {
    return sessionCookie(this.settings.secure);
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.secure } as const;
  }
}
