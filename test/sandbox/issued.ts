export type SecretKind = 'access token' | 'app secret' | 'authorization code' | 'refresh token';

/** Every secret a sandbox of this process ever had, so that tests can look for them where they do not belong. */
export const issuedSecrets = new Map<string, SecretKind>();
