// pshost: a small embedded PowerShell for tests. Runs a script, prints its streams, returns its exit code.
using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Security;
using System.Text;
using System.Text.Json;

namespace PsHost;

public static class Program
{
    public static int Main(string[] argv)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var opt = new Options();
        int i = 0;
        for (; i < argv.Length; i++)
        {
            string a = argv[i];
            if (a == "--ast")
            {
                try { return AstDump.Run(argv[(i + 1)..], Console.OpenStandardOutput()); }
                catch (IOException e) { Console.Error.WriteLine("pshost: " + e.Message); return 64; }
            }
            else if (a == "--jsonl") opt.JsonLines = true;
            else if (a == "--list") opt.List = true;
            else if (a == "--module") opt.Modules.Add(argv[++i]);
            else if (a == "--modulepath") opt.ModulePath = argv[++i];
            else if (a == "--culture") opt.Culture = argv[++i];
            else if (a == "--command") { opt.Command = argv[++i]; i++; break; }
            else if (a == "--batch") opt.Batch = true;
            else if (a == "--as-command") opt.AsCommand = true;   // as `.\x.ps1` at a prompt: own scope. Default: as `powershell -File`, global scope
            else if (a.StartsWith("--")) { Console.Error.WriteLine("pshost: unknown option " + a); return 64; }
            else { opt.Script = a; i++; break; }
        }
        opt.Rest = argv[i..];
        if (opt.Batch) return RunBatch();
        using var session = new Session(opt);
        return session.Run();
    }

    // One request a line on stdin, many runs in one process:
    //   {"script":"x.ps1","args":["-A","1"],"asCommand":false,"modules":["/path/Lync"],"culture":"th-TH","cwd":"/x","env":{"A":"1","B":null}}
    //   {"ast":["a.ps1"]}
    // Answers: {"out":"text"} and {"err":"text"} as they come, then {"exit":0}. For ast: {"ast":[...]} on one line.
    static int RunBatch()
    {
        TextReader requests = Console.In; TextWriter answers = Console.Out;
        var gate = new object();
        void Say(string line) { lock (gate) { answers.Write(line + "\n"); answers.Flush(); } }
        string here = Environment.CurrentDirectory, line;
        while ((line = requests.ReadLine()) != null)
        {
            using var d = JsonDocument.Parse(line); var q = d.RootElement;
            if (q.TryGetProperty("ast", out var files))
            {
                using var m = new MemoryStream();
                try { AstDump.Run(Strings(files), m, indented: false); Say("{\"ast\":" + Encoding.UTF8.GetString(m.ToArray()) + "}"); }
                catch (Exception e) { Say("{\"err\":" + Session.Quote("pshost: " + e) + "}"); Say("{\"exit\":70}"); }
                continue;
            }
            var run = new Options { Script = Text(q, "script"), AsCommand = q.TryGetProperty("asCommand", out var ac) && ac.GetBoolean(), Culture = Text(q, "culture"), ModulePath = Text(q, "modulePath") };
            if (q.TryGetProperty("modules", out var mm)) run.Modules.AddRange(Strings(mm));
            if (q.TryGetProperty("args", out var aa)) run.Rest = Strings(aa);
            var before = Environment.GetEnvironmentVariables();
            if (q.TryGetProperty("env", out var env)) foreach (var e in env.EnumerateObject()) Environment.SetEnvironmentVariable(e.Name, e.Value.GetString());
            if (Text(q, "cwd") is string cwd) Environment.CurrentDirectory = cwd;
            Console.SetIn(TextReader.Null);   // a prompt finds no answer and is an error
            Console.SetOut(new Channel(x => Say("{\"out\":" + Session.Quote(x) + "}")));
            Console.SetError(new Channel(x => Say("{\"err\":" + Session.Quote(x) + "}")));
            int rc;
            try { using var s = new Session(run); rc = s.Run(); }
            catch (Exception e) { Console.Error.WriteLine("pshost: " + e); rc = 70; }
            Console.Out.Flush(); Console.Error.Flush();
            TestUI.Transcript?.Dispose(); TestUI.Transcript = null; TestUI.Capture = null;
            foreach (DictionaryEntry e in Environment.GetEnvironmentVariables()) if (!before.Contains(e.Key)) Environment.SetEnvironmentVariable((string)e.Key, null);
            foreach (DictionaryEntry e in before) Environment.SetEnvironmentVariable((string)e.Key, (string)e.Value);
            Environment.CurrentDirectory = here;
            GC.Collect(); GC.WaitForPendingFinalizers();   // files that a script left open are closed here, as the end of its process would
            Say("{\"exit\":" + rc + "}");
        }
        return 0;
    }
    static string Text(JsonElement q, string name) => q.TryGetProperty(name, out var v) ? v.GetString() : null;
    static string[] Strings(JsonElement a) => a.EnumerateArray().Select(e => e.GetString()).ToArray();

    sealed class Channel : TextWriter
    {
        readonly Action<string> _say; readonly StringBuilder _b = new();
        public Channel(Action<string> say) => _say = say;
        public override Encoding Encoding => Encoding.UTF8;
        public override void Write(char c) { lock (_b) { _b.Append(c); if (c == '\n') Flush(); } }
        public override void Write(string s) { lock (_b) { _b.Append(s); if (s != null && s.EndsWith('\n')) Flush(); } }
        public override void Flush() { lock (_b) { if (_b.Length == 0) return; _say(_b.ToString()); _b.Clear(); } }
    }
}

public sealed class Options
{
    public bool JsonLines, List, Batch, AsCommand;
    public string Script, Command, ModulePath, Culture; public List<string> Modules = new();
    public string[] Rest = Array.Empty<string>();
}

public sealed class Session : IDisposable
{
    readonly Options _o; readonly TestHost _host; readonly Runspace _rs;

    public Session(Options o)
    {
        _o = o;
        var culture = o.Culture == null ? CultureInfo.InvariantCulture : new CultureInfo(o.Culture);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        _host = new TestHost(o.JsonLines, culture);
        var iss = InitialSessionState.CreateDefault2();
        foreach (var t in typeof(Session).Assembly.GetTypes())
        {
            var c = t.GetCustomAttribute<CmdletAttribute>();
            if (c != null) iss.Commands.Add(new SessionStateCmdletEntry(c.VerbName + "-" + c.NounName, t, null));
        }
        // nothing of the machine's own modules is found
        Environment.SetEnvironmentVariable("PSModulePath", o.ModulePath ?? Path.Combine(AppContext.BaseDirectory, "no-modules"));
        _rs = RunspaceFactory.CreateRunspace(_host, iss);
        _rs.Open();
        Runspace.DefaultRunspace = _rs;
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText; PSStyle.Instance.Formatting.TableHeader = ""; PSStyle.Instance.Formatting.FormatAccent = "";
    }

    public void Dispose() => _rs.Dispose();

    public int Run()
    {
        if (_o.List)
        {
            using var l = PowerShell.Create(); l.Runspace = _rs;
            l.AddScript("Get-Command -CommandType Cmdlet,Function | ForEach-Object { $_.CommandType.ToString() + ' ' + $_.Name }");
            foreach (var r in l.Invoke()) Console.WriteLine(r);
            return 0;
        }
        foreach (var m in _o.Modules)
        {
            using var im = PowerShell.Create(); im.Runspace = _rs;
            im.AddCommand("Import-Module").AddParameter("Name", Path.GetFullPath(m)).AddParameter("Global", true).AddParameter("ErrorAction", "Stop").Invoke();
            if (im.HadErrors) foreach (var e in im.Streams.Error) Console.Error.WriteLine("pshost: " + m + ": " + Describe(e));
        }
        using var ps = PowerShell.Create(); ps.Runspace = _rs;
        if (_o.Command != null) ps.AddScript(_o.Command, useLocalScope: false);
        else
        {
            string file = Path.GetFullPath(_o.Script);
            if (!File.Exists(file)) { Console.Error.WriteLine("pshost: no such script: " + file); return 64; }
            if (_o.AsCommand) ps.AddScript("$global:LASTEXITCODE = $null\n& " + Literal(file) + string.Concat(_o.Rest.Select(a => " " + (IsName(a) ? a : Literal(a)))) + " #pshost", useLocalScope: false);
            else
            {
                // as powershell -File: the script is the command, in the global scope, and its `exit` ends the host
                var c = new Command(file, isScript: false, useLocalScope: false);
                foreach (var a in _o.Rest) c.Parameters.Add(FileArgument(a));
                ps.Commands.AddCommand(c);
                var context = typeof(Runspace).GetProperty("GetExecutionContext", BindingFlags.Instance | BindingFlags.NonPublic).GetValue(_rs);
                context.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", BindingFlags.Instance | BindingFlags.NonPublic).SetValue(context, true);
            }
        }
        return _o.JsonLines ? RunJson(ps) : RunText(ps);
    }

    static bool IsName(string a) => System.Text.RegularExpressions.Regex.IsMatch(a, @"^-[A-Za-z_]\w*(:|:\$(true|false|null))?$", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
    static string Literal(string s) => "'" + s.Replace("'", "''").Replace("\u2018", "\u2018\u2018").Replace("\u2019", "\u2019\u2019").Replace("\u201A", "\u201A\u201A").Replace("\u201B", "\u201B\u201B") + "'";
    static CommandParameter FileArgument(string a)
    {
        if (a.Length < 2 || a[0] != '-' || !(char.IsLetter(a[1]) || a[1] == '_')) return new CommandParameter(null, a);
        int c = a.IndexOf(':');
        if (c < 0) return new CommandParameter(a);
        return a[(c + 1)..].ToLowerInvariant() switch { "$true" => new CommandParameter(a[..c], true), "$false" => new CommandParameter(a[..c], false), "$null" => new CommandParameter(a[..c], null), _ => new CommandParameter(a[..c], a[(c + 1)..]) };
    }

    int ExitCode(bool threw)
    {
        if (_host.Exit.HasValue) return _host.Exit.Value;
        if (threw) return 1;
        if (_o.AsCommand && _rs.SessionStateProxy.GetVariable("LASTEXITCODE") is int n) return n;   // as `& .\x.ps1; exit $LASTEXITCODE`
        // the script's own parameters did not bind: powershell -File ends with 1
        if (_rs.SessionStateProxy.GetVariable("Error") is ArrayList al && al.OfType<ErrorRecord>().Any(e => e.Exception is ParameterBindingException && (_o.AsCommand ? (e.InvocationInfo?.Line ?? "").EndsWith("#pshost") : e.InvocationInfo?.MyCommand is ExternalScriptInfo x && x.Path == Path.GetFullPath(_o.Script ?? "?")))) return 1;
        return 0;
    }

    int RunText(PowerShell ps)
    {
        ps.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        ps.AddCommand("Out-Default");
        bool threw = false;
        try { ps.Invoke(); }
        catch (RuntimeException e) { threw = true; _host.UI.WriteErrorLine(Describe(e.ErrorRecord)); }
        Console.Out.Flush();
        return ExitCode(threw);
    }
    int RunJson(PowerShell ps)
    {
        var outp = new PSDataCollection<PSObject>();
        var gate = new object();
        void Emit(string s, object v, string extra = null)
        {
            lock (gate) Console.WriteLine("{\"s\":\"" + s + "\",\"v\":" + Quote(v?.ToString() ?? "") + (extra ?? "") + "}");
        }
        outp.DataAdded += (_, e) => Emit("output", outp[e.Index]);
        ps.Streams.Error.DataAdded += (_, e) =>
        {
            var er = ps.Streams.Error[e.Index];
            Emit("error", er, ",\"id\":" + JsonSerializer.Serialize(er.FullyQualifiedErrorId) + ",\"line\":" + (er.InvocationInfo?.ScriptLineNumber ?? 0));
        };
        ps.Streams.Warning.DataAdded += (_, e) => Emit("warning", ps.Streams.Warning[e.Index]);
        ps.Streams.Verbose.DataAdded += (_, e) => Emit("verbose", ps.Streams.Verbose[e.Index]);
        ps.Streams.Debug.DataAdded += (_, e) => Emit("debug", ps.Streams.Debug[e.Index]);
        ps.Streams.Information.DataAdded += (_, e) => Emit("information", ps.Streams.Information[e.Index]);
        bool threw = false;
        try { ps.Invoke<PSObject>(null, outp); }
        catch (RuntimeException e)
        {
            threw = true;
            Emit("terminating", e.ErrorRecord, ",\"id\":" + JsonSerializer.Serialize(e.ErrorRecord.FullyQualifiedErrorId) + ",\"line\":" + (e.ErrorRecord.InvocationInfo?.ScriptLineNumber ?? 0));
        }
        return ExitCode(threw);
    }

    public static string Quote(string s) => JsonSerializer.Serialize(s, JsonOpt);
    static readonly JsonSerializerOptions JsonOpt = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public static string Describe(ErrorRecord e) => e == null ? "" : e + (e.InvocationInfo != null ? "\n" + e.InvocationInfo.PositionMessage : "");
}

public sealed class TestHost : PSHost
{
    readonly Guid _id = Guid.NewGuid(); readonly TestUI _ui;
    public int? Exit;
    public TestHost(bool quiet, CultureInfo culture) { _ui = new TestUI(quiet); CurrentCulture = CurrentUICulture = culture; }
    public override string Name => "pshost";
    public override Version Version => new(1, 0);
    public override Guid InstanceId => _id;
    public override PSHostUserInterface UI => _ui;
    public override CultureInfo CurrentCulture { get; }
    public override CultureInfo CurrentUICulture { get; }
    public override void SetShouldExit(int exitCode) => Exit = exitCode;
    public override void EnterNestedPrompt() => throw new NotSupportedException();
    public override void ExitNestedPrompt() => throw new NotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}

public sealed class TestUI : PSHostUserInterface
{
    readonly bool _quiet;
    public static StreamWriter Transcript;
    public static StringBuilder Capture;
    public TestUI(bool quiet) { _quiet = quiet; }
    void Put(TextWriter w, string s)
    {
        s = System.Text.RegularExpressions.Regex.Replace(s ?? "", "\x1b\\[[0-9;]*m", "");
        if (Capture != null) { Capture.Append(s); return; }
        if (!_quiet) w.Write(s);
        Transcript?.Write(s);
    }
    public override PSHostRawUserInterface RawUI { get; } = new TestRawUI();
    public override bool SupportsVirtualTerminal => false;
    public override void Write(string value) => Put(Console.Out, value);
    public override void Write(ConsoleColor f, ConsoleColor b, string value) => Put(Console.Out, value);
    public override void WriteLine(string value) => Put(Console.Out, value + "\n");
    public override void WriteErrorLine(string value) => Put(Console.Error, value + "\n");
    public override void WriteDebugLine(string m) => Put(Console.Out, "DEBUG: " + m + "\n");
    public override void WriteVerboseLine(string m) => Put(Console.Out, "VERBOSE: " + m + "\n");
    public override void WriteWarningLine(string m) => Put(Console.Out, "WARNING: " + m + "\n");
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override string ReadLine() => Console.In.ReadLine() ?? throw new PSInvalidOperationException("the script asked for input and none is left");
    public override SecureString ReadLineAsSecureString() { var s = new SecureString(); foreach (char c in ReadLine()) s.AppendChar(c); return s; }
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> d)
        => throw new PSInvalidOperationException("the script prompts for " + string.Join(", ", d.Select(x => x.Name)));
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> c, int def)
    {
        // -Confirm and ShouldContinue end here; answers come from stdin, one letter a line
        WriteLine(caption + " " + message);
        string a = Console.In.ReadLine();
        if (a == null) throw new PSInvalidOperationException("the script asks for confirmation: " + caption + " " + message);
        for (int i = 0; i < c.Count; i++) { int k = c[i].Label.IndexOf('&'); if (a.Length > 0 && k >= 0 && char.ToUpperInvariant(c[i].Label[k + 1]) == char.ToUpperInvariant(a[0])) return i; }
        return def;
    }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new PSInvalidOperationException("credential prompt");
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes t, PSCredentialUIOptions o) => throw new PSInvalidOperationException("credential prompt");
}

public sealed class TestRawUI : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override Size BufferSize { get; set; } = new(120, 50);
    public override Coordinates CursorPosition { get; set; }
    public override int CursorSize { get; set; } = 10;
    public override Coordinates WindowPosition { get; set; }
    public override Size WindowSize { get; set; } = new(120, 50);
    public override Size MaxPhysicalWindowSize => new(120, 50);
    public override Size MaxWindowSize => new(120, 50);
    public override string WindowTitle { get; set; } = "pshost";
    public override bool KeyAvailable => false;
    public override void FlushInputBuffer() { }
    public override BufferCell[,] GetBufferContents(Rectangle r) => throw new NotSupportedException();
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();
    public override void ScrollBufferContents(Rectangle s, Coordinates d, Rectangle c, BufferCell f) { }
    public override void SetBufferContents(Coordinates o, BufferCell[,] c) { }
    public override void SetBufferContents(Rectangle r, BufferCell f) { }
}
