/** A schema that no value could be checked against, whatever the validator. */
export class RefusedSchema extends TypeError {}
