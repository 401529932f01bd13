import { SetMetadata } from '@nestjs/common';

export const ADMIN_ONLY = 'kring:admin-only';

/** For routes that run the installation. */
export const AdminOnly = () => SetMetadata(ADMIN_ONLY, true);
