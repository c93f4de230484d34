# Sourced by the scripts that call Terraform. On Azure DevOps the task AzureCLI@2 hands over the identity of a service
# connection in variables of its own; Terraform's provider reads it in others. On GitHub the workflow sets those itself.
# shellcheck shell=bash disable=SC2154

if [ -n "${idToken:-}" ]; then
  export ARM_USE_OIDC=true
  export ARM_TENANT_ID=$tenantId
  export ARM_CLIENT_ID=$servicePrincipalId
  export ARM_OIDC_TOKEN=$idToken
fi
