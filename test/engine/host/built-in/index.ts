import type { INodeType } from 'n8n-workflow';

import { filterNode, ifNode, switchNode } from './conditions';
import { convertToFileNode } from './files';
import { httpRequestNode } from './http';
import { noOpNode, setNode, splitOutNode, stickyNote } from './items';
import { mergeNode } from './merge';
import { manualTrigger, scheduleTrigger } from './triggers';

/**
 * Small stand-ins under n8n's own type names and with its parameters, so that one workflow file
 * runs here and imports into n8n. n8n's nodes themselves come with hundreds of packages.
 */
export const builtInNodes: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.scheduleTrigger': scheduleTrigger,
	'n8n-nodes-base.stickyNote': stickyNote,
	'n8n-nodes-base.noOp': noOpNode,
	'n8n-nodes-base.set': setNode,
	'n8n-nodes-base.splitOut': splitOutNode,
	'n8n-nodes-base.merge': mergeNode,
	'n8n-nodes-base.if': ifNode,
	'n8n-nodes-base.filter': filterNode,
	'n8n-nodes-base.switch': switchNode,
	'n8n-nodes-base.convertToFile': convertToFileNode,
	'n8n-nodes-base.httpRequest': httpRequestNode,
};
