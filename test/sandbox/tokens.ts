import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';
import { ApiError, errors } from './errors';
import { issuedSecrets, type SecretKind } from './issued';
import type { AuthorizingUser } from './options';

const CODE_SECONDS = 1_800;

export interface Grant {
	scopes: string[];
	userType: AuthorizingUser['userType'];
}

interface AuthCode extends Grant {
	expiresAt: number;
	used: boolean;
}

interface AccessToken extends Grant {
	expiresAt: number;
	revoked: boolean;
}

interface RefreshToken extends Grant {
	expiresAt: number;
	replaced: boolean;
	revoked: boolean;
}

export interface IssuedTokens {
	access_token: string;
	access_token_expire_in: number;
	refresh_token: string;
	refresh_token_expire_in: number;
	scopes: string[];
	userType: AuthorizingUser['userType'];
}

export interface TokenStats {
	/** Token pairs issued for an authorization code. */
	gets: number;
	/** Token pairs issued for a refresh token. */
	refreshes: number;
	/** Requests to either that were refused. */
	refused: number;
	/** Access tokens that still work. */
	alive: number;
}

const badCode = (why: string) => new ApiError(36004004, `The auth_code is invalid: ${why}.`);

/** Authorization codes, access tokens and refresh tokens (authorization-overview-202407). */
export class TokenStore {
	private readonly codes = new Map<string, AuthCode>();
	private readonly access = new Map<string, AccessToken>();
	private readonly refresh = new Map<string, RefreshToken>();
	private readonly counts = { gets: 0, refreshes: 0, refused: 0 };
	rotation = true;

	constructor(
		private readonly clock: Clock,
		private readonly lifetimes: { access: number; refresh: number },
		private readonly prefix: () => string,
	) {}

	private value(kind: SecretKind): string {
		const value = `${this.prefix()}_${randomBytes(48).toString('base64url')}`;
		issuedSecrets.set(value, kind);
		return value;
	}

	issueCode(grant: Grant): string {
		const code = this.value('authorization code');
		this.codes.set(code, { ...grant, expiresAt: this.clock.seconds() + CODE_SECONDS, used: false });
		return code;
	}

	redeem(code: string): IssuedTokens {
		return this.counted('gets', () => {
			const known = this.codes.get(code);
			if (!known) throw badCode('it is unknown');
			if (known.used) throw badCode('it was used before');
			if (known.expiresAt <= this.clock.seconds()) throw badCode('it expired');
			known.used = true;
			return this.issue(known);
		});
	}

	renew(token: string): IssuedTokens {
		return this.counted('refreshes', () => {
			const known = this.refresh.get(token);
			if (!known || known.revoked || known.replaced) {
				throw new ApiError(36009004, 'Invalid credentials. The refresh_token is invalid.');
			}
			if (known.expiresAt <= this.clock.seconds()) {
				throw new ApiError(105002, 'Expired credentials. The refresh_token has expired.');
			}
			if (this.rotation) known.replaced = true;
			return this.issue(known, this.rotation ? undefined : { token, expiresAt: known.expiresAt });
		});
	}

	private counted(kind: 'gets' | 'refreshes', work: () => IssuedTokens): IssuedTokens {
		try {
			const issued = work();
			this.counts[kind] += 1;
			return issued;
		} catch (error) {
			this.counts.refused += 1;
			throw error;
		}
	}

	refused(): void {
		this.counts.refused += 1;
	}

	private issue(grant: Grant, kept?: { token: string; expiresAt: number }): IssuedTokens {
		const { scopes, userType } = grant;
		const now = this.clock.seconds();
		const access = this.value('access token');
		const accessExpiry = now + this.lifetimes.access;
		this.access.set(access, { scopes, userType, expiresAt: accessExpiry, revoked: false });
		const refresh = kept?.token ?? this.value('refresh token');
		const refreshExpiry = kept?.expiresAt ?? now + this.lifetimes.refresh;
		if (!kept) {
			this.refresh.set(refresh, {
				scopes,
				userType,
				expiresAt: refreshExpiry,
				replaced: false,
				revoked: false,
			});
		}
		return {
			access_token: access,
			access_token_expire_in: accessExpiry,
			refresh_token: refresh,
			refresh_token_expire_in: refreshExpiry,
			scopes,
			userType,
		};
	}

	/** Throws unless the token opens the door now. */
	check(token: string, expiredStatus: number): Grant {
		const known = this.access.get(token);
		if (!known || known.revoked) throw errors.tokenUnknown();
		if (known.expiresAt <= this.clock.seconds()) throw errors.tokenExpired(expiredStatus);
		return known;
	}

	expireAccess(): void {
		for (const token of this.access.values()) token.expiresAt = 0;
	}

	expireRefresh(): void {
		for (const token of this.refresh.values()) token.expiresAt = 0;
	}

	revokeAll(): void {
		for (const token of this.access.values()) token.revoked = true;
		for (const token of this.refresh.values()) token.revoked = true;
		for (const code of this.codes.values()) code.used = true;
	}

	dropScope(key: string): void {
		for (const grant of [...this.access.values(), ...this.refresh.values()]) {
			grant.scopes = grant.scopes.filter((each) => each !== key);
		}
	}

	stats(): TokenStats {
		const now = this.clock.seconds();
		const alive = [...this.access.values()].filter(
			(token) => !token.revoked && token.expiresAt > now,
		).length;
		return { ...this.counts, alive };
	}
}
