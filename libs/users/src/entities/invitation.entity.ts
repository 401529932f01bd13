import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#access';

/** A way in, for one person, once. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** When given, only this address can be used. */
  @Column('citext', { nullable: true })
  email: string | null;

  /** What the inviter knows of them. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text')
  role: Role;

  @Column({ type: 'uuid', name: 'community_ids', array: true, default: '{}' })
  communityIds: string[];

  @Column({ type: 'uuid', name: 'invited_by' })
  invitedBy: string;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'accepted_at', precision: 3, nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'uuid', name: 'accepted_by', nullable: true })
  acceptedBy: string | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;
}
