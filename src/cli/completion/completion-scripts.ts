import type { CompletionNode, Word } from './completion-tree.ts'

const program = 'graph-call-testkit'

/** Scripts that complete the commands, options and values of the program, by shell. */
export const completionScripts: Readonly<Record<string, (nodes: readonly CompletionNode[]) => string>> = {
  bash: (nodes) => `# ${program} completion for bash
_graph_call_testkit() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at='' i words=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at\${at:+ }\${COMP_WORDS[i]}" in
      ${patterns(nodes)}) at="$at\${at:+ }\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at $prev" in
${valueCases(nodes, (values) => `words='${values.join(' ')}'`)}
    *) case "$at" in
${nodes.map(({ path, words }) => `      '${path}') words='${words.map(({ text }) => text).join(' ')}' ;;`).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _graph_call_testkit ${program}
`,
  zsh: (nodes) => `#compdef ${program}
_graph_call_testkit() {
  local at='' i
  local -a items
  for ((i = 2; i < CURRENT; i++)); do
    case "$at\${at:+ }\${words[i]}" in
      ${patterns(nodes)}) at="$at\${at:+ }\${words[i]}" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${valueCases(nodes, (values) => (values.length > 0 ? `compadd -- ${values.join(' ')}; return` : '_files; return'))}
  esac
  case "$at" in
${nodes.map(({ path, words }) => `    '${path}') items=(${words.map((word) => `'${zshItem(word)}'`).join(' ')}) ;;`).join('\n')}
  esac
  _describe 'command or option' items
  _files
}
compdef _graph_call_testkit ${program}
`,
  fish: (nodes) => `# ${program} completion for fish
function __graph_call_testkit_at
    set -l at
    for word in (commandline -opc)[2..]
        set -l next (string trim -- "$at $word")
        switch "$next"
            case ${nodes.flatMap(({ path }) => (path ? [`'${path}'`] : [])).join(' ')}
                set at $next
        end
    end
    test "$at" = "$argv"
end
${nodes.flatMap(fishLines).join('\n')}
`,
  powershell: (nodes) => `# ${program} completion for PowerShell
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @{
${nodes.map(({ path, words }) => `    '${path}' = @(${words.map(({ text }) => `'${text}'`).join(', ')})`).join('\n')}
  }
  $values = @{
${nodes
  .flatMap(({ path, values }) =>
    Object.entries(values).map(
      ([option, choices]) => `    '${path} ${option}' = @(${choices.map((text) => `'${text}'`).join(', ')})`,
    ),
  )
  .join('\n')}
  }
  $at = ''
  $previous = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
    $previous = $element.ToString()
    $next = "$at $previous".Trim()
    if ($words.ContainsKey($next)) { $at = $next }
  }
  $found = if ($values.ContainsKey("$at $previous")) { $values["$at $previous"] } else { $words[$at] }
  $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
}

/** Returns a shell pattern for the paths of all commands. */
function patterns(nodes: readonly CompletionNode[]): string {
  return nodes.flatMap(({ path }) => (path ? [`'${path}'`] : [])).join('|')
}

function valueCases(nodes: readonly CompletionNode[], action: (values: readonly string[]) => string): string {
  return nodes
    .flatMap(({ path, values }) =>
      Object.entries(values).map(([option, choices]) => `    '${path} ${option}') ${action(choices)} ;;`),
    )
    .join('\n')
}

function zshItem({ text, description }: Word): string {
  const escaped = (part: string) => part.replaceAll(':', '\\:').replaceAll("'", "'\\''")
  return description ? `${escaped(text)}:${escaped(description)}` : escaped(text)
}

function fishLines({ path, words, values }: CompletionNode): string[] {
  const start = `complete -c ${program} -n "__graph_call_testkit_at '${path}'"`.replace(
    `'${path}'`,
    path || "''",
  )
  return words.map(({ text, description }) => {
    const about = description ? ` -d '${description.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : ''
    if (!text.startsWith('--')) return `${start} -f -a '${text}'${about}`
    const choices = values[text]
    const value = choices === undefined ? '' : choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : ' -r'
    return `${start} -l ${text.slice(2)}${value}${about}`
  })
}
