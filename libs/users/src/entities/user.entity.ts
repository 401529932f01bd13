import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#access';

/** A person with an account. Never leaves this lib: others get a PersonChip or a UserView. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('citext')
  email: string;

  @Column('citext')
  handle: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { nullable: true })
  location: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  about: string | null;

  @Column('text', { array: true, default: '{}' })
  skills: string[];

  @Column('text', { default: 'en' })
  language: string;

  @Column('text', { name: 'time_zone', default: 'Europe/Amsterdam' })
  timeZone: string;

  @Column({ type: 'uuid', name: 'manager_id', nullable: true })
  managerId: string | null;

  @Column({ type: 'uuid', name: 'portrait_id', nullable: true })
  portraitId: string | null;

  @Column({ type: 'timestamptz', name: 'deactivated_at', precision: 3, nullable: true })
  deactivatedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** Rises with every change; an edit names the one it was made from. */
  @Column('int', { default: 1 })
  version: number;
}
