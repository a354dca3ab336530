import { Clock } from './clock';
import { FaultBox } from './faults';
import { IdempotencyStore } from './idempotency';
import { issuedSecrets } from './issued';
import type { AuthorizingUser, Settings } from './options';
import { RateLimiter } from './rateLimit';
import { scopes } from './reference';
import type { LoggedRequest } from './requestLog';
import { TokenStore } from './tokens';
import { WebhookSender } from './webhooks';
import { World } from './world/world';

export interface AppSettings {
	appKey: string;
	appSecret: string;
	serviceId: string;
	redirectUrl: string;
}

const sellerScopes = () =>
	scopes
		.filter((scope) => !scope.key.startsWith('creator.') && !scope.key.startsWith('partner.'))
		.map((scope) => scope.key);

const otherScopes = (userType: AuthorizingUser['userType']) =>
	scopes
		.filter((scope) => scope.key.startsWith(userType === 1 ? 'creator.' : 'partner.'))
		.map((scope) => scope.key);

/** All the sandbox knows; `reset` builds it anew. */
export class SandboxState {
	readonly app: AppSettings;
	readonly clock: Clock;
	url = '';
	world!: World;
	tokens!: TokenStore;
	webhooks!: WebhookSender;
	faults!: FaultBox;
	rates!: RateLimiter;
	idempotency!: IdempotencyStore;
	requests: LoggedRequest[] = [];
	appScopes!: Set<string>;
	authorizing!: AuthorizingUser;
	ipAllowList: string[] | undefined;
	tokenExpiredStatus: 401 | 200 = 401;
	latencyMs = 0;
	/** The most rows of a page, whatever is asked for: TikTok may give fewer. */
	mostRows = Infinity;

	constructor(readonly settings: Settings) {
		this.clock = new Clock(settings.now);
		this.app = {
			appKey: '6sandboxk3y1',
			appSecret: 'b3f1c0a94de27716580a2f3b6c1d9e8f7a605142',
			serviceId: '7431866218905734917',
			redirectUrl: settings.redirectUrl,
		};
		issuedSecrets.set(this.app.appSecret, 'app secret');
		this.reset(settings.seed);
	}

	reset(seed: number): void {
		const { settings } = this;
		this.webhooks?.stop();
		this.clock.reset();
		this.world = new World(
			seed,
			settings.markets,
			{ orders: settings.orders, products: settings.products, returns: settings.returns },
			() => this.clock.seconds(),
		);
		this.tokens = new TokenStore(
			this.clock,
			{ access: settings.accessTokenSeconds, refresh: settings.refreshTokenSeconds },
			() => (this.world.baseRegion === 'US' ? 'TTP' : 'ROW'),
		);
		this.webhooks = new WebhookSender({
			app: this.app,
			clock: this.clock,
			retryScale: settings.retryScale,
		});
		this.world.onEvent((event) => this.webhooks.tell(event));
		this.faults = new FaultBox();
		this.rates = new RateLimiter(this.clock, settings.rateLimit);
		this.idempotency = new IdempotencyStore();
		this.requests = [];
		this.appScopes = new Set(sellerScopes());
		this.authorizing = { ...settings.authorizeAs };
		this.ipAllowList = undefined;
		this.tokenExpiredStatus = 401;
		this.latencyMs = settings.latencyMs;
		this.mostRows = Infinity;
	}

	/** What an authorization given now is good for. */
	grantable(): string[] {
		const { userType } = this.authorizing;
		return userType === 0 ? [...this.appScopes] : otherScopes(userType);
	}
}
