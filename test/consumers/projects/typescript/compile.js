const { execFileSync } = require('node:child_process')

// The oldest compiler that the README names, the last of version 5, and the newest, with every way to resolve an entry point.
const compilers = ['typescript-54', 'typescript-59', 'typescript-7']
const resolutions = [
  ['--module', 'commonjs'],
  ['--module', 'node16', '--moduleResolution', 'node16'],
  ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  ['--module', 'esnext', '--moduleResolution', 'bundler'],
]
for (const compiler of compilers) {
  for (const resolution of resolutions) {
    const [, module] = resolution
    // TypeScript 7 has no node10 any more.
    if (compiler === 'typescript-7' && module === 'commonjs') continue
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2020',
      '--esModuleInterop',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
    ]
    execFileSync(
      process.execPath,
      [
        require.resolve(`${compiler}/package.json`).replace('package.json', 'bin/tsc'),
        ...options,
        ...resolution,
        'calls.ts',
      ],
      { stdio: 'inherit' },
    )
    console.log(`${compiler} ${module}: passed`)
  }
}
