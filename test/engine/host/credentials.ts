import { Credentials, getAdditionalKeys } from 'n8n-core';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsExpressionResolveValues,
	IDataObject,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	INodeTypes,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers, UserError, Workflow, isExpression } from 'n8n-workflow';

/** A credential as it lies in storage: encrypted. */
export interface CredentialRecord {
	id: string;
	name: string;
	type: string;
	data: string;
}

/**
 * What of a refresh is stored: n8n 2 adds the returned values to the stored ones, n8n 1 stores the
 * whole form as the credential saw it.
 */
export type StoringRule = 'returned' | 'form';

const expressionNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Credentials kept in memory, encrypted, with n8n's rules for defaults, expressions and refresh. */
export class HostCredentialsHelper extends ICredentialsHelper {
	private readonly types: Map<string, ICredentialType>;

	private readonly records: Map<string, CredentialRecord>;

	private readonly storedTimes = new Map<string, number>();

	constructor(
		types: ICredentialType[],
		private readonly nodeTypes: INodeTypes,
		private readonly storing: StoringRule,
		records: CredentialRecord[] = [],
	) {
		super();
		this.types = new Map(types.map((type) => [type.name, type]));
		this.records = new Map(records.map((record) => [record.id, { ...record }]));
	}

	/** Stores a new credential as the user's Save does. */
	create(name: string, type: string, data: ICredentialDataDecryptedObject): CredentialRecord {
		this.type(type);
		const id = `credential-${this.records.size + 1}`;
		const record = { id, name, type, data: encrypt(data) };
		this.records.set(id, record);
		return record;
	}

	/** Stores other data under an existing credential, as the user's Save does. */
	update(id: string, data: ICredentialDataDecryptedObject): void {
		this.record(id).data = encrypt(data);
	}

	/** The stored record, or n8n's error for one that is gone. */
	record(id: string | null | undefined, type?: string): CredentialRecord {
		const record = id ? this.records.get(id) : undefined;
		if (!record || (type !== undefined && record.type !== type)) {
			throw new UserError(
				`Credential with ID "${id ?? ''}" does not exist for type "${type ?? 'any'}".`,
			);
		}
		return record;
	}

	all(): CredentialRecord[] {
		return [...this.records.values()];
	}

	/** How often n8n itself (not the user) wrote the credential. */
	timesStored(id: string): number {
		return this.storedTimes.get(id) ?? 0;
	}

	type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new UserError(`Unrecognized credential type: ${name}`);
		return type;
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.type(name);
		if (type.extends === undefined) return type.properties;
		const properties: INodeProperties[] = [];
		for (const parent of type.extends) {
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	async getCredentials({ id }: INodeCredentialsDetails, type: string): Promise<Credentials> {
		const record = this.record(id, type);
		return new Credentials({ id: record.id, name: record.name }, record.type, record.data);
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = (await this.getCredentials(nodeCredentials, type)).getData();
		if (raw) return stored;
		return this.resolve(additionalData, stored, type, mode, executeData, resolveValues);
	}

	/** Adds the defaults of the form, drops what the form does not know, resolves expressions. */
	resolve(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		resolveValues?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject {
		const data = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		) as INodeParameters;
		const keys = getAdditionalKeys(additionalData, mode, null);
		if (!resolveValues) {
			return this.expressionWorkflow().expression.getComplexParameterValue(
				expressionNode,
				data,
				mode,
				keys,
				undefined,
				undefined,
				data,
			) as ICredentialDataDecryptedObject;
		}
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } =
			resolveValues;
		return workflow.expression.getParameterValue(
			data,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			keys,
			executeData,
			false,
			data,
		) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		const options = request as IHttpRequestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate?.type !== 'generic') return options;
		return withGenericAuthentication(authenticate, credentials, options, workflow, node);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.type(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || typeof type.preAuthentication !== 'function') return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;

		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable] === undefined) return undefined;
		const nodeCredentials = node.credentials?.[type.name];
		if (!nodeCredentials) return undefined;

		const merged = Object.assign(credentials, output);
		const stored = (await this.getCredentials(nodeCredentials, type.name)).getData();
		await this.updateCredentials(
			nodeCredentials,
			type.name,
			this.storing === 'form' ? merged : withReturned(stored, output, expirable),
		);
		return merged;
	}

	async updateCredentials(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const { id } = this.record(nodeCredentials.id, type);
		this.update(id, data);
		this.storedTimes.set(id, this.timesStored(id) + 1);
	}

	async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const stored = (await this.getCredentials(nodeCredentials, type)).getData();
		await this.updateCredentials(nodeCredentials, type, {
			...stored,
			oauthTokenData: data.oauthTokenData as IDataObject,
		});
	}

	private expressionWorkflow(): Workflow {
		return new Workflow({
			nodes: [{ ...expressionNode }],
			connections: {},
			active: false,
			nodeTypes: this.nodeTypes,
		});
	}
}

function encrypt(data: ICredentialDataDecryptedObject): string {
	const credentials = new Credentials({ id: null, name: '' }, '');
	credentials.setData(data);
	return credentials.getDataToSave().data ?? '';
}

/** n8n keeps a value the user stored as an expression, the expirable one aside. */
function withReturned(
	stored: ICredentialDataDecryptedObject,
	output: ICredentialDataDecryptedObject,
	expirable: string,
): ICredentialDataDecryptedObject {
	const returned = Object.entries(output).filter(
		([name]) => name === expirable || !isExpression(stored[name]),
	);
	return { ...stored, ...Object.fromEntries(returned) };
}

function withGenericAuthentication(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (value: string) =>
		isExpression(value)
			? String(
					workflow.expression.getSimpleParameterValue(
						node,
						value,
						'internal',
						{ $credentials: credentials },
						undefined,
						'',
					) ?? '',
				)
			: value;
	const result: IHttpRequestOptions = { ...request, headers: request.headers ?? {} };
	for (const [part, values] of Object.entries(properties)) {
		const resolved = Object.entries(values as Record<string, string>).map(([name, value]) => [
			resolve(name),
			resolve(value),
		]);
		const place = result as unknown as Record<string, IDataObject | undefined>;
		place[part] = { ...place[part], ...Object.fromEntries(resolved) };
	}
	return result;
}
