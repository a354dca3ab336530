import type { AppSettings } from './state';

/** What a person types into n8n's credential to connect to the sandbox, as data of any n8n. */
export function credentialForm({
	app,
	url,
}: {
	app: Omit<AppSettings, 'redirectUrl'>;
	url: string;
}) {
	return {
		appKey: app.appKey,
		appSecret: app.appSecret,
		serviceId: app.serviceId,
		market: 'GB',
		authorizationCode: '',
		customEndpoints: true,
		authorizeUrl: url,
		authUrl: url,
		apiUrl: url,
	};
}
