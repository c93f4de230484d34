// --ast: parse only; print commands with their parameters, constructs with the version that brought them, and encoding facts.
using System.Management.Automation.Language;
using System.Text;
using System.Text.Json;

namespace PsHost;

public static class AstDump
{
    public static int Run(string[] files, Stream o, bool indented = true)
    {
        using var w = new Utf8JsonWriter(o, new JsonWriterOptions { Indented = indented, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        bool bad = false;
        w.WriteStartArray();
        foreach (var f in files) bad |= One(w, f);
        w.WriteEndArray();
        return bad ? 1 : 0;
    }

    static bool One(Utf8JsonWriter w, string file)
    {
        byte[] raw = File.ReadAllBytes(file);
        bool utf8 = raw.Length > 2 && raw[0] == 0xEF && raw[1] == 0xBB && raw[2] == 0xBF;
        bool u16 = raw.Length > 1 && ((raw[0] == 0xFF && raw[1] == 0xFE) || (raw[0] == 0xFE && raw[1] == 0xFF));
        string text; using (var r = new StreamReader(new MemoryStream(raw), new UTF8Encoding(false), true)) text = r.ReadToEnd();
        var ast = Parser.ParseInput(text, file, out Token[] tokens, out ParseError[] errors);

        w.WriteStartObject();
        w.WriteString("file", file);
        w.WriteString("bom", utf8 ? "utf-8" : u16 ? "utf-16" : "none");
        w.WriteNumber("nonAsciiBytes", raw.Count(b => b > 127));
        w.WriteBoolean("crlf", text.Contains("\r\n"));
        w.WriteStartArray("errors");
        foreach (var e in errors) { w.WriteStartObject(); Pos(w, e.Extent); w.WriteString("id", e.ErrorId); w.WriteString("message", e.Message); w.WriteEndObject(); }
        w.WriteEndArray();

        w.WriteStartArray("commands");
        foreach (CommandAst c in ast.FindAll(x => x is CommandAst, true)) Command(w, c);
        w.WriteEndArray();

        // the statements of the file itself: $name = value
        w.WriteStartArray("assignments");
        foreach (var st in ast.EndBlock?.Statements ?? Enumerable.Empty<StatementAst>())
            if (st is AssignmentStatementAst { Left: VariableExpressionAst v } asg)
            { w.WriteStartObject(); Pos(w, st.Extent); w.WriteString("name", v.VariablePath.UserPath); w.WritePropertyName("value"); Data(w, asg.Right); w.WriteEndObject(); }
        w.WriteEndArray();

        w.WriteStartArray("functions");
        foreach (FunctionDefinitionAst f in ast.FindAll(x => x is FunctionDefinitionAst, true))
        {
            w.WriteStartObject(); Pos(w, f.Extent); w.WriteString("name", f.Name);
            w.WriteStartArray("parameters");
            foreach (var p in (IEnumerable<ParameterAst>)f.Parameters ?? f.Body.ParamBlock?.Parameters ?? Enumerable.Empty<ParameterAst>()) w.WriteStringValue(p.Name.VariablePath.UserPath);
            w.WriteEndArray(); w.WriteEndObject();
        }
        w.WriteEndArray();

        w.WriteStartArray("findings");
        foreach (var (ext, rule, since, note) in Findings(ast, tokens, text, utf8 || u16))
        { w.WriteStartObject(); Pos(w, ext); w.WriteString("rule", rule); if (since != null) w.WriteString("since", since); w.WriteString("text", Cut(note)); w.WriteEndObject(); }
        w.WriteEndArray();
        w.WriteEndObject();
        return errors.Length > 0;
    }

    static string Cut(string s) => s.Length > 120 ? s[..120] + "..." : s;
    static void Pos(Utf8JsonWriter w, IScriptExtent e) { w.WriteNumber("line", e.StartLineNumber); w.WriteNumber("col", e.StartColumnNumber); }

    static void Command(Utf8JsonWriter w, CommandAst c)
    {
        w.WriteStartObject(); Pos(w, c.Extent);
        w.WriteString("name", c.GetCommandName());           // null when it is dynamic: & $x, & "a$b"
        if (c.InvocationOperator != TokenKind.Unknown) w.WriteString("operator", c.InvocationOperator == TokenKind.Dot ? "." : "&");
        var fn = Up<FunctionDefinitionAst>(c); if (fn != null) w.WriteString("in", fn.Name);
        Block(w, c);
        w.WriteStartArray("parameters");
        var el = c.CommandElements;
        var used = new HashSet<int>();
        for (int i = 1; i < el.Count; i++)
        {
            if (el[i] is not CommandParameterAst p) continue;
            w.WriteStartObject(); w.WriteString("name", p.ParameterName);
            // -A:v carries its value; -A v may be a switch and a positional, which only the command's metadata decides
            Ast v = p.Argument; bool tight = v != null;
            if (v == null && i + 1 < el.Count && el[i + 1] is not CommandParameterAst) { v = el[i + 1]; used.Add(i + 1); }
            if (v != null)
            {
                w.WriteString("kind", Kind(v)); w.WriteString("value", Value(v)); if (tight) w.WriteBoolean("colon", true);
                w.WritePropertyName("data"); Data(w, v);
            }
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteStartArray("arguments");
        for (int i = 1; i < el.Count; i++)
            if (el[i] is not CommandParameterAst && !used.Contains(i)) { w.WriteStartObject(); w.WriteString("kind", Kind(el[i])); w.WriteString("value", Value(el[i])); w.WriteEndObject(); }
        w.WriteEndArray();
        w.WriteStartArray("splats");
        foreach (var v in el.OfType<VariableExpressionAst>()) if (v.Splatted) w.WriteStringValue(v.VariablePath.UserPath);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    // the nearest script block around a command: where it stands, its parameters, and the key it has in a hashtable (Create = { ... })
    static void Block(Utf8JsonWriter w, CommandAst c)
    {
        var b = Up<ScriptBlockExpressionAst>(c); if (b == null) return;
        w.WriteStartObject("block"); Pos(w, b.Extent);
        Ast at = b; while (at.Parent is CommandExpressionAst or PipelineAst or StatementBlockAst or ParenExpressionAst) at = at.Parent;
        if (at.Parent is HashtableAst h)
            foreach (var (k, v) in h.KeyValuePairs) if (v == at) w.WriteString("key", (k as StringConstantExpressionAst)?.Value ?? k.Extent.Text);
        w.WriteStartArray("parameters");
        foreach (var p in b.ScriptBlock.ParamBlock?.Parameters ?? Enumerable.Empty<ParameterAst>()) w.WriteStringValue(p.Name.VariablePath.UserPath);
        w.WriteEndArray(); w.WriteEndObject();
    }

    // a value as JSON; what is not constant becomes { "$": its text }
    static void Data(Utf8JsonWriter w, Ast a)
    {
        switch (a)
        {
            case PipelineAst { PipelineElements.Count: 1, Background: false } p: Data(w, p.PipelineElements[0]); return;
            case CommandExpressionAst { Redirections.Count: 0 } e: Data(w, e.Expression); return;
            case ParenExpressionAst e: Data(w, e.Pipeline); return;
            case StringConstantExpressionAst s: w.WriteStringValue(s.Value); return;
            case ConstantExpressionAst n when n.Value is int or long or double or decimal: w.WriteRawValue(Convert.ToString(n.Value, System.Globalization.CultureInfo.InvariantCulture)); return;
            case VariableExpressionAst v when v.VariablePath.UserPath.ToLowerInvariant() is "true" or "false": w.WriteBooleanValue(v.VariablePath.UserPath.ToLowerInvariant() == "true"); return;
            case VariableExpressionAst v when v.VariablePath.UserPath.Equals("null", StringComparison.OrdinalIgnoreCase): w.WriteNullValue(); return;
            case ConvertExpressionAst c when c.Child is HashtableAst or ArrayExpressionAst or ArrayLiteralAst: Data(w, c.Child); return;
            case HashtableAst h:
                w.WriteStartObject();
                foreach (var (k, v) in h.KeyValuePairs) { w.WritePropertyName((k as StringConstantExpressionAst)?.Value ?? k.Extent.Text); Data(w, v); }
                w.WriteEndObject(); return;
            case ArrayLiteralAst l: w.WriteStartArray(); foreach (var x in l.Elements) Data(w, x); w.WriteEndArray(); return;
            case ArrayExpressionAst x:
                w.WriteStartArray();
                foreach (var s in x.SubExpression.Statements)
                    if (s is PipelineAst { PipelineElements.Count: 1 } q && q.PipelineElements[0] is CommandExpressionAst { Expression: ArrayLiteralAst l }) foreach (var i in l.Elements) Data(w, i); else Data(w, s);
                w.WriteEndArray(); return;
            default: w.WriteStartObject(); w.WriteString("$", a.Extent.Text); w.WriteEndObject(); return;
        }
    }

    static string Kind(Ast a) => a switch
    {
        StringConstantExpressionAst s => s.StringConstantType switch { StringConstantType.BareWord => "bareword", StringConstantType.SingleQuoted => "single", StringConstantType.DoubleQuoted => "double", _ => "here" },
        ExpandableStringExpressionAst => "expandable",
        ConstantExpressionAst => "number",
        VariableExpressionAst v => v.Splatted ? "splat" : "variable",
        ScriptBlockExpressionAst => "scriptblock",
        HashtableAst => "hashtable",
        ArrayLiteralAst or ArrayExpressionAst => "array",
        _ => "expression",
    };
    static string Value(Ast a) => a switch
    {
        StringConstantExpressionAst s => s.Value,
        VariableExpressionAst v => v.VariablePath.UserPath,
        _ => a.Extent.Text,
    };
    static T Up<T>(Ast a) where T : Ast { for (a = a.Parent; a != null; a = a.Parent) if (a is T t) return t; return null; }

    // commands and parameters younger than Windows PowerShell 3.0; where the facts come from: README.md
    static readonly Dictionary<string, string> Since = Table(
        "4.0: Get-FileHash Get-CmsMessage Protect-CmsMessage Unprotect-CmsMessage Start-DscConfiguration Test-DscConfiguration Get-DscConfiguration\n" +
        "5.0: Convert-String ConvertFrom-SddlString ConvertFrom-String Debug-Runspace Format-Hex Get-Runspace Import-PowerShellDataFile New-Guid New-TemporaryFile Wait-Debugger Write-Information Clear-RecycleBin Get-Clipboard Set-Clipboard Get-ItemPropertyValue Debug-Job Enter-PSHostProcess Register-ArgumentCompleter Compress-Archive Expand-Archive Install-Module Find-Module Save-Module Install-Package\n" +
        "5.1: Get-ComputerInfo Get-TimeZone Set-TimeZone New-FileCatalog Test-FileCatalog New-LocalUser Get-LocalUser\n" +
        "6.0: Get-Uptime Remove-Alias Remove-Service\n6.1: ConvertFrom-Markdown Show-Markdown Test-Json\n6.2: Join-String\n7.0: Get-Error");
    static Dictionary<string, string> Table(string t)
    {
        var d = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var l in t.Split('\n')) { int c = l.IndexOf(':'); foreach (var n in l[(c + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) d[n] = l[..c]; }
        return d;
    }
    static readonly (string cmd, string prm, string since)[] SincePrm = PrmTable(
        "4.0: Write-Output/NoEnumerate Get-Process/IncludeUserName Get-Module/FullyQualifiedName Start-Transcript/IncludeInvocationHeader Start-Transcript/OutputDirectory\n" +
        "5.0: Add-Content/NoNewline Set-Content/NoNewline Out-File/NoNewline Copy-Item/FromSession Copy-Item/ToSession Get-ChildItem/Depth Get-Command/FullyQualifiedModule Import-Module/FullyQualifiedName Import-Module/MaximumVersion Select-Object/SkipLast Stop-Service/NoWait Invoke-RestMethod/UseBasicParsing\n" +
        "6.0: ConvertFrom-Json/AsHashtable Export-Csv/IncludeTypeInformation ConvertTo-Csv/IncludeTypeInformation Get-Content/AsByteStream Set-Content/AsByteStream Get-ChildItem/FollowSymlink Join-Path/AdditionalChildPath Split-Path/Extension Split-Path/LeafBase Invoke-RestMethod/SkipCertificateCheck Invoke-WebRequest/SkipCertificateCheck Sort-Object/Top Sort-Object/Bottom Select-Object/SkipIndex Test-Connection/TargetName\n" +
        "6.1: Measure-Object/StandardDeviation Sort-Object/Stable Where-Object/Not\n6.2: ConvertFrom-Json/Depth ConvertTo-Json/EnumsAsStrings ConvertTo-Json/EscapeHandling\n" +
        "7.0: ConvertFrom-Json/NoEnumerate ConvertTo-Json/AsArray ForEach-Object/Parallel ForEach-Object/ThrottleLimit Export-Csv/UseQuotes Export-Csv/QuoteFields ConvertTo-Csv/UseQuotes Select-String/NoEmphasis Select-String/Raw ConvertFrom-SecureString/AsPlainText\n7.1: Get-Date/AsUTC Get-Date/UnixTimeSeconds Get-Random/Shuffle");
    static (string, string, string)[] PrmTable(string t) => t.Split('\n').SelectMany(l => l[(l.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => (x[..x.IndexOf('/')], x[(x.IndexOf('/') + 1)..], l[..l.IndexOf(':')]))).ToArray();
    static readonly HashSet<string> Common5 = new(StringComparer.OrdinalIgnoreCase) { "InformationAction", "InformationVariable" };

    static IEnumerable<(IScriptExtent, string, string, string)> Findings(Ast root, Token[] tokens, string text, bool bom)
    {
        var lines = new Line(text);
        foreach (var t in tokens)
        {
            switch (t.Kind)
            {
                case TokenKind.QuestionMark when t.TokenFlags.HasFlag(TokenFlags.TernaryOperator): yield return (t.Extent, "ternary", "7.0", t.Text); break;
                case TokenKind.QuestionQuestion: yield return (t.Extent, "null-coalescing", "7.0", t.Text); break;
                case TokenKind.QuestionQuestionEquals: yield return (t.Extent, "null-coalescing-assign", "7.0", t.Text); break;
                case TokenKind.QuestionDot or TokenKind.QuestionLBracket: yield return (t.Extent, "null-conditional", "7.0", t.Text); break;
                case TokenKind.AndAnd or TokenKind.OrOr: yield return (t.Extent, "pipeline-chain", "7.0", t.Text); break;
                case TokenKind.Pipe when text.AsSpan(text.LastIndexOf('\n', Math.Max(0, t.Extent.StartOffset - 1)) + 1, t.Extent.StartColumnNumber - 1).IsWhiteSpace(): yield return (t.Extent, "leading-pipe", "7.0", "| at the start of a line"); break;
                case TokenKind.Clean: yield return (t.Extent, "clean-block", "7.3", t.Text); break;
                case TokenKind.Workflow: yield return (t.Extent, "workflow", "3.0 to 5.1 only", t.Text); break;
            }
            if (t is StringToken st && t.Kind is not TokenKind.Generic && t.Text.Length > 0)
            {
                char q = t.Text[0] == '@' && t.Text.Length > 1 ? t.Text[1] : t.Text[0];
                if (IsSmart(q)) yield return (t.Extent, "smart-quote-delimiter", null, t.Text);
                if (t.Text[1..Math.Max(1, t.Text.Length - 1)].Any(IsSmart)) yield return (t.Extent, "smart-quote-in-string", null, t.Text);
            }
            if (t is ParameterToken && t.Text[0] is '\u2013' or '\u2014' or '\u2015') yield return (t.Extent, "dash-parameter", null, t.Text);
            if (t is NumberToken && (t.Text.StartsWith("0b", StringComparison.OrdinalIgnoreCase) || t.Text.TrimEnd('b', 'B').EndsWith("u", StringComparison.OrdinalIgnoreCase) || t.Text.EndsWith("n", StringComparison.OrdinalIgnoreCase))) yield return (t.Extent, "number-suffix", "6.2", t.Text);
            if (t is StringExpandableToken && System.Text.RegularExpressions.Regex.IsMatch(t.Text, "(?<!`)`(u\\{|e)")) yield return (t.Extent, "escape-u-or-e", "6.0", t.Text);
        }
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > 127 && !bom) { yield return (lines.At(i), "non-ascii-without-bom", null, $"U+{(int)text[i]:X4}: Windows PowerShell reads this file in the ANSI code page"); break; }
        }
        for (int i = 1; i < text.Length - 1; i++)
            if (text[i] == '`' && (text[i + 1] is ' ' or '\t') && (i == 0 || text[i - 1] != '`'))
            { int j = i + 1; while (j < text.Length && text[j] is ' ' or '\t') j++; if (j >= text.Length || text[j] is '\r' or '\n') yield return (lines.At(i), "backtick-then-space", null, "` followed by trailing space does not continue the line"); }

        var req = (root as ScriptBlockAst)?.ScriptRequirements;
        if (req != null && req.IsElevationRequired) yield return (lines.At(0), "requires-elevation", "4.0", "#requires -RunAsAdministrator");
        if (req != null && req.RequiredPSEditions.Count > 0) yield return (lines.At(0), "requires-edition", "5.1", "#requires -PSEdition");

        foreach (var a in root.FindAll(_ => true, true))
        {
            switch (a)
            {
                case UsingStatementAst: yield return (a.Extent, "using-statement", "5.0", a.Extent.Text); break;
                case TypeDefinitionAst td: yield return (a.Extent, td.IsEnum ? "enum" : "class", "5.0", td.Name); break;
                case ConfigurationDefinitionAst: yield return (a.Extent, "configuration", "4.0", ""); break;
                case DynamicKeywordStatementAst: yield return (a.Extent, "dynamic-keyword", "4.0", ""); break;
                case InvokeMemberExpressionAst m when m.Static && m.Member is StringConstantExpressionAst s && s.Value.Equals("new", StringComparison.OrdinalIgnoreCase): yield return (a.Extent, "static-new", "5.0", a.Extent.Text); break;
                case InvokeMemberExpressionAst m when m.Member is StringConstantExpressionAst s && m.Expression is not TypeExpressionAst && (s.Value.Equals("Where", StringComparison.OrdinalIgnoreCase) || s.Value.Equals("ForEach", StringComparison.OrdinalIgnoreCase)): yield return (a.Extent, "magic-method", "4.0", a.Extent.Text); break;
                case InvokeMemberExpressionAst m when m.Member is not StringConstantExpressionAst: yield return (a.Extent, "dynamic-method-name", "4.0", a.Extent.Text); break;
                case PipelineAst p when p.Background: yield return (a.Extent, "background-operator", "6.0", a.Extent.Text); break;
                case TypeExpressionAst t when Accel(t.TypeName.FullName) is string v: yield return (a.Extent, "type-accelerator", v, t.TypeName.FullName); break;
                case TypeConstraintAst t when Accel(t.TypeName.FullName) is string v: yield return (a.Extent, "type-accelerator", v, t.TypeName.FullName); break;
                case VariableExpressionAst v when v.VariablePath.UserPath is "IsWindows" or "IsLinux" or "IsMacOS" or "IsCoreCLR": yield return (a.Extent, "automatic-variable", "6.0", v.VariablePath.UserPath); break;
                case VariableExpressionAst v when v.VariablePath.UserPath.Equals("PSItem", StringComparison.OrdinalIgnoreCase): yield return (a.Extent, "automatic-variable", "3.0", "PSItem"); break;
                case ErrorStatementAst or ErrorExpressionAst: yield return (a.Extent, "parse-error-node", null, a.Extent.Text); break;
                case CommandAst c:
                {
                    string n = c.GetCommandName();
                    if (n == null) { yield return (a.Extent, "dynamic-command", null, a.Extent.Text); break; }
                    int bs = n.LastIndexOf('\\'); if (bs >= 0) n = n[(bs + 1)..];
                    if (Since.TryGetValue(n, out var s)) yield return (a.Extent, "command-version", s, n);
                    if (n.Equals("Invoke-Expression", StringComparison.OrdinalIgnoreCase) || n.Equals("iex", StringComparison.OrdinalIgnoreCase)) yield return (a.Extent, "invoke-expression", null, a.Extent.Text);
                    var ps = c.CommandElements.OfType<CommandParameterAst>().ToList();
                    foreach (var p in ps)
                    {
                        if (p.ParameterName.Equals("PipelineVariable", StringComparison.OrdinalIgnoreCase)) yield return (p.Extent, "parameter-version", "4.0", n + " -PipelineVariable");
                        if (Common5.Contains(p.ParameterName)) yield return (p.Extent, "parameter-version", "5.0", n + " -" + p.ParameterName);
                        foreach (var (cc, pp, ss) in SincePrm) if (cc.Equals(n, StringComparison.OrdinalIgnoreCase) && pp.Equals(p.ParameterName, StringComparison.OrdinalIgnoreCase)) yield return (p.Extent, "parameter-version", ss, n + " -" + pp);
                    }
                    if (n.Equals("Export-Csv", StringComparison.OrdinalIgnoreCase) || n.Equals("ConvertTo-Csv", StringComparison.OrdinalIgnoreCase))
                        if (!ps.Any(p => p.ParameterName.StartsWith("NoT", StringComparison.OrdinalIgnoreCase))) yield return (a.Extent, "csv-type-line", null, n + " without -NoTypeInformation writes #TYPE in 3.0 to 5.1");
                    for (int i = 1; i + 1 < c.CommandElements.Count; i++)
                        if (c.CommandElements[i] is CommandParameterAst e && "Encoding".StartsWith(e.ParameterName, StringComparison.OrdinalIgnoreCase) && e.ParameterName.Length > 1 && c.CommandElements[i + 1] is StringConstantExpressionAst ev && (ev.Value.StartsWith("utf8", StringComparison.OrdinalIgnoreCase) && ev.Value.Length > 4 || ev.Value.Equals("ansi", StringComparison.OrdinalIgnoreCase)))
                            yield return (ev.Extent, "encoding-name", ev.Value.Equals("ansi", StringComparison.OrdinalIgnoreCase) ? "7.4" : "6.0", ev.Value);
                    if (n.Equals("New-Object", StringComparison.OrdinalIgnoreCase) && c.Extent.Text.Contains("-ComObject", StringComparison.OrdinalIgnoreCase)) yield return (a.Extent, "com-object", null, a.Extent.Text);
                    break;
                }
            }
        }
    }
    static string Accel(string n) => n.ToLowerInvariant() switch { "semver" => "6.0", "ordered" => null, "pscustomobject" => null, "cimsession" => "3.0", "hashset" => null, _ => null };
    static bool IsSmart(char c) => c is >= '\u2018' and <= '\u201E';

    sealed class Line
    {
        readonly string _t; readonly List<int> _starts = new() { 0 };
        public Line(string t) { _t = t; for (int i = 0; i < t.Length; i++) if (t[i] == '\n') _starts.Add(i + 1); }
        public IScriptExtent At(int off)
        {
            int k = _starts.BinarySearch(off); if (k < 0) k = ~k - 1;
            var p = new ScriptPosition(null, k + 1, off - _starts[k] + 1, null);
            return new ScriptExtent(p, p);
        }
    }
}
