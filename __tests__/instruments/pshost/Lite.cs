// The cmdlets a script needs that System.Management.Automation alone does not have. Behaviour follows Windows PowerShell 3.0-5.1
// where it differs from 7. What is younger than 3.0 (Get-FileHash, New-Guid, Write-Information ...) is left out on purpose.
using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PsHost;

// "Name", "Na*e", { $_.Name }, @{ Name='N'; Expression={...}; Descending=$true }
sealed class Prop
{
    public string Name; public ScriptBlock Block; public bool? Descending; WildcardPattern _wild;
    public static List<Prop> Parse(object[] items)
    {
        var r = new List<Prop>();
        foreach (var raw in items ?? Array.Empty<object>())
        {
            object o = raw is PSObject p ? p.BaseObject : raw;
            if (o is ScriptBlock sb) r.Add(new Prop { Name = sb.ToString().Trim(), Block = sb });
            else if (o is IDictionary d)
            {
                var x = new Prop();
                foreach (DictionaryEntry e in d)
                {
                    string k = e.Key.ToString().ToLowerInvariant();
                    object v = e.Value is PSObject q ? q.BaseObject : e.Value;
                    if ("name".StartsWith(k) || "label".StartsWith(k)) x.Name = v?.ToString();
                    else if ("expression".StartsWith(k)) { if (v is ScriptBlock b) { x.Block = b; x.Name ??= b.ToString().Trim(); } else { x.Name ??= v.ToString(); string n = v.ToString(); x.Block = ScriptBlock.Create("$_.'" + n.Replace("'", "''") + "'"); } }
                    else if ("descending".StartsWith(k)) x.Descending = LanguagePrimitives.IsTrue(v);
                    else if ("ascending".StartsWith(k)) x.Descending = !LanguagePrimitives.IsTrue(v);
                }
                r.Add(x);
            }
            else { string s = o?.ToString() ?? ""; r.Add(new Prop { Name = s, _wild = WildcardPattern.ContainsWildcardCharacters(s) ? new WildcardPattern(s, WildcardOptions.IgnoreCase) : null }); }
        }
        return r;
    }
    public IEnumerable<(string, object)> Of(PSObject o)
    {
        if (Block != null) { yield return (Name, Eval(Block, o)); yield break; }
        if (_wild != null) { foreach (var p in o.Properties) if (_wild.IsMatch(p.Name)) yield return (p.Name, Safe(p)); yield break; }
        var q = o.Properties[Name];
        if (q != null) yield return (q.Name, Safe(q));
        else if (o.BaseObject is IDictionary d && d.Contains(Name)) yield return (Name, d[Name]);
        else yield return (Name, null);
    }
    public object One(PSObject o) { foreach (var (_, v) in Of(o)) return v; return null; }
    public static object Safe(PSPropertyInfo p) { try { return p.Value; } catch (GetValueException) { return null; } }
    public static object Eval(ScriptBlock b, object o)
    {
        var c = b.InvokeWithContext(null, new List<PSVariable> { new PSVariable("_", o), new PSVariable("PSItem", o) });
        return c.Count switch { 0 => null, 1 => c[0], _ => c.Cast<object>().ToArray() };
    }
    public static object Base(object o) => o is PSObject p ? p.BaseObject : o;
    public static int Cmp(object a, object b, bool cs)
    {
        a = Base(a); b = Base(b);
        if (a == null || b == null) return a == null ? (b == null ? 0 : -1) : 1;
        try { return LanguagePrimitives.Compare(a, b, !cs, CultureInfo.InvariantCulture); }
        catch { return string.Compare(a.ToString(), b.ToString(), !cs, CultureInfo.InvariantCulture); }
    }
}

public abstract class InputCmdlet : PSCmdlet { [Parameter(ValueFromPipeline = true)] public PSObject InputObject { get; set; } }

// ---------- writers ----------
[Cmdlet("Write", "Output")]
public class WriteOutput : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true), AllowNull, AllowEmptyCollection] public PSObject InputObject { get; set; }
    [Parameter] public SwitchParameter NoEnumerate { get; set; }
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is List<object> l && l.Count == 1) { WriteObject(l[0], !NoEnumerate); return; }
        WriteObject(InputObject, !NoEnumerate);
    }
}
[Cmdlet("Write", "Host")]
public class WriteHost : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)] public object Object { get; set; }
    [Parameter] public SwitchParameter NoNewline { get; set; }
    [Parameter] public object Separator { get; set; } = " ";
    [Parameter] public ConsoleColor ForegroundColor { get; set; }
    [Parameter] public ConsoleColor BackgroundColor { get; set; }
    static string Text(object o, string sep)
    {
        o = Prop.Base(o);
        if (o is null) return "";
        if (o is string s) return s;
        if (o is IEnumerable e and not IDictionary) return string.Join(sep, e.Cast<object>().Select(x => Text(x, sep)));
        return (string)LanguagePrimitives.ConvertTo(o, typeof(string), CultureInfo.InvariantCulture);
    }
    protected override void ProcessRecord() => WriteInformation(new HostInformationMessage { Message = Text(Object, Text(Separator, " ")), NoNewLine = NoNewline }, new[] { "PSHOST" });
}
[Cmdlet("Write", "Verbose")] public class WriteVerboseCmd : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), AllowEmptyString] public string Message { get; set; } protected override void ProcessRecord() => WriteVerbose(Message); }
[Cmdlet("Write", "Debug")] public class WriteDebugCmd : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), AllowEmptyString] public string Message { get; set; } protected override void ProcessRecord() => WriteDebug(Message); }
[Cmdlet("Write", "Warning")] public class WriteWarningCmd : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), AllowEmptyString] public string Message { get; set; } protected override void ProcessRecord() => WriteWarning(Message); }
[Cmdlet("Write", "Progress")]
public class WriteProgressCmd : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Activity { get; set; }
    [Parameter(Position = 1)] public string Status { get; set; } = "Processing";
    [Parameter(Position = 2)] public int Id { get; set; }
    [Parameter] public int PercentComplete { get; set; } = -1;
    [Parameter] public int SecondsRemaining { get; set; } = -1;
    [Parameter] public string CurrentOperation { get; set; }
    [Parameter] public int ParentId { get; set; } = -1;
    [Parameter] public SwitchParameter Completed { get; set; }
    protected override void ProcessRecord() => WriteProgress(new ProgressRecord(Id, Activity, string.IsNullOrEmpty(Status) ? " " : Status) { PercentComplete = PercentComplete });
}
[Cmdlet("Write", "Error", DefaultParameterSetName = "M")]
public class WriteErrorCmd : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "M"), AllowEmptyString, AllowNull] public string Message { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "E")] public Exception Exception { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "R")] public ErrorRecord ErrorRecord { get; set; }
    [Parameter] public ErrorCategory Category { get; set; }
    [Parameter] public string ErrorId { get; set; }
    [Parameter] public object TargetObject { get; set; }
    [Parameter] public string RecommendedAction { get; set; }
    [Parameter] public string CategoryActivity { get; set; } = "";
    [Parameter] public string CategoryReason { get; set; }
    protected override void ProcessRecord()
    {
        ErrorRecord r = ErrorRecord != null ? new ErrorRecord(ErrorRecord, null)
            : new ErrorRecord(Exception ?? new WriteErrorException(Message), ErrorId ?? "Microsoft.PowerShell.Commands.WriteErrorException", Category, TargetObject);
        if (Message != null && Exception != null) r.ErrorDetails = new ErrorDetails(Message);
        r.CategoryInfo.Activity = string.IsNullOrEmpty(CategoryActivity) ? "Write-Error" : CategoryActivity;
        WriteError(r);
    }
}

// ---------- objects ----------
[Cmdlet("Select", "Object")]
public class SelectObject : InputCmdlet
{
    [Parameter(Position = 0)] public object[] Property { get; set; }
    [Parameter] public string[] ExcludeProperty { get; set; }
    [Parameter] public string ExpandProperty { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }
    [Parameter] public int First { get; set; } = -1;
    [Parameter] public int Last { get; set; } = -1;
    [Parameter] public int Skip { get; set; }
    [Parameter] public int[] Index { get; set; }
    [Parameter] public SwitchParameter Wait { get; set; }
    readonly Queue<PSObject> _q = new(); readonly List<PSObject> _seen = new(); List<Prop> _p; List<WildcardPattern> _ex; int _n, _out;
    protected override void BeginProcessing() { _p = Prop.Parse(Property); _ex = (ExcludeProperty ?? Array.Empty<string>()).Select(s => new WildcardPattern(s, WildcardOptions.IgnoreCase)).ToList(); if (_ex.Count > 0 && _p.Count == 0) _p = Prop.Parse(new object[] { "*" }); }
    protected override void ProcessRecord()
    {
        if (!MyInvocation.BoundParameters.ContainsKey("InputObject")) return;
        int i = _n++;
        if (Index != null) { if (Index.Contains(i)) Send(InputObject); return; }
        if (Last >= 0) { _q.Enqueue(InputObject); if (_q.Count > Last + Skip) _q.Dequeue(); if (First < 0) return; }
        else if (i < Skip) return;
        if (First >= 0 && _out >= First) return;
        _out++; Send(InputObject);
    }
    protected override void EndProcessing() { if (Last >= 0) { int keep = Math.Min(Last, _q.Count - Math.Min(Skip, _q.Count)); foreach (var o in _q.Take(Math.Max(0, keep)).ToList()) Send(o); } }
    void Send(PSObject o)
    {
        if (ExpandProperty != null)
        {
            var pr = o.Properties[ExpandProperty];
            if (pr == null) { WriteError(new ErrorRecord(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, o)); return; }
            WriteObject(Prop.Safe(pr), true); return;
        }
        PSObject r = o;
        if (_p.Count > 0)
        {
            r = new PSObject(); string tn = o.TypeNames.Count > 0 ? o.TypeNames[0] : null;
            foreach (var p in _p) foreach (var (n, v) in p.Of(o)) if (!_ex.Any(w => w.IsMatch(n)) && r.Properties[n] == null) r.Properties.Add(new PSNoteProperty(n, v));
            if (tn != null) r.TypeNames.Insert(0, "Selected." + tn);
        }
        if (Unique)
        {
            bool same(PSObject a, PSObject b) => _p.Count == 0 ? LanguagePrimitives.Equals(a.BaseObject is PSCustomObject ? a.ToString() : a.BaseObject, b.BaseObject is PSCustomObject ? b.ToString() : b.BaseObject) : a.Properties.All(x => LanguagePrimitives.Equals(x.Value, b.Properties[x.Name]?.Value));
            if (_seen.Any(s => same(s, r))) return;
            _seen.Add(r);
        }
        WriteObject(r);
    }
}
[Cmdlet("Sort", "Object")]
public class SortObject : InputCmdlet
{
    [Parameter(Position = 0)] public object[] Property { get; set; }
    [Parameter] public SwitchParameter Descending { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }
    readonly List<PSObject> _l = new();
    protected override void ProcessRecord() { if (InputObject != null) _l.Add(InputObject); }
    protected override void EndProcessing()
    {
        var p = Prop.Parse(Property);
        var keyed = _l.Select(o => (o, k: p.Count == 0 ? new object[] { o.BaseObject } : p.Select(x => x.One(o)).ToArray())).ToList();
        int cmp(object[] a, object[] b) { for (int i = 0; i < a.Length; i++) { int c = Prop.Cmp(a[i], b[i], CaseSensitive); if (c != 0) return (p.Count > 0 ? p[i].Descending ?? Descending.IsPresent : Descending.IsPresent) ? -c : c; } return 0; }
        var s = keyed.OrderBy(x => x.k, Comparer<object[]>.Create(cmp)).ToList();
        object[] prev = null;
        foreach (var (o, k) in s) { if (Unique && prev != null && cmp(prev, k) == 0) continue; prev = k; WriteObject(o); }
    }
}
[Cmdlet("Group", "Object")]
public class GroupObject : InputCmdlet
{
    [Parameter(Position = 0)] public object[] Property { get; set; }
    [Parameter] public SwitchParameter NoElement { get; set; }
    [Parameter] public SwitchParameter AsHashTable { get; set; }
    [Parameter] public SwitchParameter AsString { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }
    readonly List<(object[] k, Collection<PSObject> g)> _g = new(); readonly Dictionary<string, int> _ix = new(StringComparer.Ordinal); List<Prop> _p;
    protected override void BeginProcessing() => _p = Prop.Parse(Property);
    protected override void ProcessRecord()
    {
        if (InputObject == null) return;
        var k = _p.Count == 0 ? new object[] { InputObject } : _p.Select(x => x.One(InputObject)).ToArray();
        string key = string.Join(", ", k.Select(x => Prop.Base(x)?.ToString() ?? "")); string id = CaseSensitive ? key : key.ToUpperInvariant();
        if (!_ix.TryGetValue(id, out int i)) { i = _g.Count; _ix[id] = i; _g.Add((k, new Collection<PSObject>())); }
        _g[i].g.Add(InputObject);
    }
    protected override void EndProcessing()
    {
        if (AsHashTable)
        {
            var h = new Hashtable(StringComparer.OrdinalIgnoreCase);
            foreach (var (k, g) in _g) h[AsString ? string.Join(", ", k.Select(x => Prop.Base(x)?.ToString() ?? "")) : Prop.Base(k[0]) ?? ""] = g.ToArray();
            WriteObject(h); return;
        }
        foreach (var (k, g) in _g)
        {
            var o = new PSObject(); o.TypeNames.Insert(0, NoElement ? "Microsoft.PowerShell.Commands.GroupInfoNoElement" : "Microsoft.PowerShell.Commands.GroupInfo");
            o.Properties.Add(new PSNoteProperty("Count", g.Count)); o.Properties.Add(new PSNoteProperty("Name", string.Join(", ", k.Select(x => Prop.Base(x)?.ToString() ?? "")))); o.Properties.Add(new PSNoteProperty("Values", k));
            if (!NoElement) o.Properties.Add(new PSNoteProperty("Group", g));
            WriteObject(o);
        }
    }
}
[Cmdlet("Measure", "Object")]
public class MeasureObject : InputCmdlet
{
    [Parameter(Position = 0)] public string[] Property { get; set; }
    [Parameter] public SwitchParameter Sum { get; set; } [Parameter] public SwitchParameter Average { get; set; } [Parameter] public SwitchParameter Maximum { get; set; } [Parameter] public SwitchParameter Minimum { get; set; }
    [Parameter] public SwitchParameter Line { get; set; } [Parameter] public SwitchParameter Word { get; set; } [Parameter] public SwitchParameter Character { get; set; }
    readonly List<PSObject> _l = new();
    protected override void ProcessRecord() { if (InputObject != null) _l.Add(InputObject); }
    protected override void EndProcessing()
    {
        if (Line || Word || Character)
        {
            var t = _l.Select(x => x.ToString()).ToList(); var r = new PSObject();
            r.Properties.Add(new PSNoteProperty("Lines", Line ? t.Sum(x => x.Split('\n').Length) : null)); r.Properties.Add(new PSNoteProperty("Words", Word ? t.Sum(x => x.Split((char[])null, StringSplitOptions.RemoveEmptyEntries).Length) : null)); r.Properties.Add(new PSNoteProperty("Characters", Character ? t.Sum(x => x.Length) : null)); WriteObject(r); return;
        }
        foreach (var n in Property ?? new string[] { null })
        {
            var v = (n == null ? _l.Select(x => x.BaseObject) : _l.Where(x => x.Properties[n] != null).Select(x => Prop.Base(x.Properties[n].Value))).Where(x => x != null).ToList();
            var r = new PSObject(); r.Properties.Add(new PSNoteProperty("Count", v.Count));
            object num(Func<IEnumerable<double>, double> f) => v.Count == 0 ? null : f(v.Select(x => (double)LanguagePrimitives.ConvertTo(x, typeof(double), CultureInfo.InvariantCulture)));
            r.Properties.Add(new PSNoteProperty("Average", Average ? num(x => x.Average()) : null)); r.Properties.Add(new PSNoteProperty("Sum", Sum ? num(x => x.Sum()) : null));
            r.Properties.Add(new PSNoteProperty("Maximum", Maximum && v.Count > 0 ? v.Aggregate((a, b) => Prop.Cmp(a, b, false) >= 0 ? a : b) : null)); r.Properties.Add(new PSNoteProperty("Minimum", Minimum && v.Count > 0 ? v.Aggregate((a, b) => Prop.Cmp(a, b, false) <= 0 ? a : b) : null));
            r.Properties.Add(new PSNoteProperty("Property", n)); WriteObject(r);
        }
    }
}
[Cmdlet("New", "Object")]
public class NewObject : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Net")] public string TypeName { get; set; }
    [Parameter(Position = 1, ParameterSetName = "Net"), Alias("Args")] public object[] ArgumentList { get; set; } = Array.Empty<object>();
    [Parameter(Mandatory = true, ParameterSetName = "Com")] public string ComObject { get; set; }
    [Parameter] public IDictionary Property { get; set; }
    protected override void ProcessRecord()
    {
        if (ComObject != null) ThrowTerminatingError(new ErrorRecord(new PSNotSupportedException("no COM objects here: " + ComObject), "NoCom", ErrorCategory.NotImplemented, ComObject));
        PSObject o;
        if (TypeName.Equals("PSObject", StringComparison.OrdinalIgnoreCase) || TypeName.Equals("PSCustomObject", StringComparison.OrdinalIgnoreCase) || TypeName.Equals("System.Management.Automation.PSObject", StringComparison.OrdinalIgnoreCase))
        { o = new PSObject(); if (Property != null) foreach (DictionaryEntry e in Property) o.Properties.Add(new PSNoteProperty(e.Key.ToString(), e.Value)); WriteObject(o); return; }
        Type t;
        if (!LanguagePrimitives.TryConvertTo(TypeName, out t)) { ThrowTerminatingError(new ErrorRecord(new PSArgumentException($"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded."), "TypeNotFound", ErrorCategory.InvalidType, null)); return; }
        // the language's own overload choice, by way of ::new
        var made = ScriptBlock.Create("param($t,$a) ,$t::new.Invoke($a)").Invoke(t, ArgumentList.Select(Prop.Base).ToArray());
        o = made[0];
        if (Property != null) foreach (DictionaryEntry e in Property) o.Properties[e.Key.ToString()].Value = e.Value;
        WriteObject(o, false);
    }
}
[Cmdlet("Add", "Member", DefaultParameterSetName = "M")]
public class AddMember : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)] public PSObject InputObject { get; set; }
    [Parameter(Position = 0, ParameterSetName = "M"), Alias("Type")] public PSMemberTypes MemberType { get; set; } = PSMemberTypes.NoteProperty;
    [Parameter(Position = 1, ParameterSetName = "M")] public string Name { get; set; }
    [Parameter(Position = 2, ParameterSetName = "M")] public object Value { get; set; }
    [Parameter(Position = 3, ParameterSetName = "M")] public object SecondValue { get; set; }
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "H")] public IDictionary NotePropertyMembers { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "N")] public string NotePropertyName { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "N"), AllowNull] public object NotePropertyValue { get; set; }
    [Parameter] public SwitchParameter Force { get; set; } [Parameter] public SwitchParameter PassThru { get; set; } [Parameter] public string TypeName { get; set; }
    protected override void ProcessRecord()
    {
        void add(PSMemberInfo m) { if (InputObject.Members[m.Name] != null && InputObject.Members[m.Name].IsInstance) { if (!Force) { WriteError(new ErrorRecord(new InvalidOperationException($"Cannot add a member with the name \"{m.Name}\" because a member with that name already exists."), "MemberAlreadyExists", ErrorCategory.InvalidOperation, InputObject)); return; } InputObject.Members.Remove(m.Name); } InputObject.Members.Add(m); }
        if (NotePropertyMembers != null) foreach (DictionaryEntry e in NotePropertyMembers) add(new PSNoteProperty(e.Key.ToString(), e.Value));
        else if (NotePropertyName != null) add(new PSNoteProperty(NotePropertyName, NotePropertyValue));
        else if (Name != null) add(MemberType switch { PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, (ScriptBlock)Prop.Base(Value), (ScriptBlock)Prop.Base(SecondValue)), PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, (ScriptBlock)Prop.Base(Value)), PSMemberTypes.AliasProperty => new PSAliasProperty(Name, Value?.ToString()), _ => new PSNoteProperty(Name, Value) });
        if (TypeName != null) InputObject.TypeNames.Insert(0, TypeName);
        if (PassThru) WriteObject(InputObject);
    }
}
[Cmdlet("Get", "Member")]
public class GetMember : InputCmdlet
{
    [Parameter(Position = 0)] public string[] Name { get; set; } = { "*" };
    [Parameter] public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;
    readonly HashSet<string> _t = new();
    protected override void ProcessRecord()
    {
        if (InputObject == null || !_t.Add(InputObject.TypeNames[0])) return;
        var w = Name.Select(n => new WildcardPattern(n, WildcardOptions.IgnoreCase)).ToList();
        foreach (var m in InputObject.Members.Where(m => (m.MemberType & MemberType) != 0 && w.Any(x => x.IsMatch(m.Name))).OrderBy(m => m.Name)) { var o = new PSObject(); o.Properties.Add(new PSNoteProperty("TypeName", InputObject.TypeNames[0])); o.Properties.Add(new PSNoteProperty("Name", m.Name)); o.Properties.Add(new PSNoteProperty("MemberType", m.MemberType)); o.Properties.Add(new PSNoteProperty("Definition", m.ToString())); WriteObject(o); }
    }
}

// ---------- json, csv ----------
[Cmdlet("ConvertTo", "Json")]
public class ConvertToJson : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), AllowNull] public object InputObject { get; set; }
    [Parameter] public int Depth { get; set; } = 2;
    [Parameter] public SwitchParameter Compress { get; set; }
    readonly List<object> _l = new(); bool _cut;
    protected override void ProcessRecord() => _l.Add(InputObject);
    protected override void EndProcessing()
    {
        var sb = new StringBuilder(); Val(sb, _l.Count == 1 ? _l[0] : _l.ToArray(), 0, 0); WriteObject(sb.ToString());
        if (_cut) WriteVerbose($"ConvertTo-Json: something lies deeper than -Depth {Depth} and was turned into a string");
    }
    void Nl(StringBuilder b, int ind) { if (!Compress) b.Append('\n').Append(' ', ind * 2); }
    static void Str(StringBuilder b, string s)
    {
        b.Append('"');
        foreach (char c in s) switch (c) { case '"': b.Append("\\\""); break; case '\\': b.Append("\\\\"); break; case '\n': b.Append("\\n"); break; case '\r': b.Append("\\r"); break; case '\t': b.Append("\\t"); break; case '\b': b.Append("\\b"); break; case '\f': b.Append("\\f"); break; default: if (c < 32 || c is '\'' or '<' or '>' or '&') b.Append("\\u").Append(((int)c).ToString("x4")); else b.Append(c); break; }
        b.Append('"');
    }
    void Val(StringBuilder b, object o, int depth, int ind)
    {
        var ps = o as PSObject; o = Prop.Base(o);
        switch (o)
        {
            case null: b.Append("null"); return;
            case string s: Str(b, s); return;
            case char c: Str(b, c.ToString()); return;
            case bool x: b.Append(x ? "true" : "false"); return;
            case DateTime d: Str(b, d.ToString("o", CultureInfo.InvariantCulture)); return;
            case Enum e: b.Append(Convert.ToInt64(e)); return;
            case double or float or decimal or int or long or short or byte or sbyte or uint or ulong or ushort: b.Append(((IFormattable)o).ToString(null, CultureInfo.InvariantCulture)); return;
            case Guid or Uri or Version or SecureString or Type: Str(b, o.ToString()); return;
        }
        if (depth > Depth) { _cut = true; Str(b, (ps ?? o).ToString()); return; }
        bool first = true;
        if (o is IDictionary dict) { b.Append('{'); foreach (DictionaryEntry e in dict) { Key(b, e.Key.ToString(), ref first, ind); Val(b, e.Value, depth + 1, ind + 1); } if (!first) Nl(b, ind); b.Append('}'); return; }
        if (o is IEnumerable en) { b.Append('['); foreach (var x in en) { if (!first) b.Append(','); first = false; Nl(b, ind + 1); Val(b, x, depth + 1, ind + 1); } if (!first) Nl(b, ind); b.Append(']'); return; }
        b.Append('{');
        foreach (var p in PSObject.AsPSObject(ps ?? o).Properties) { if (o is not PSCustomObject && p is not PSProperty && p is not PSNoteProperty) continue; Key(b, p.Name, ref first, ind); Val(b, Prop.Safe(p), depth + 1, ind + 1); }
        if (!first) Nl(b, ind); b.Append('}');
    }
    void Key(StringBuilder b, string k, ref bool first, int ind) { if (!first) b.Append(','); first = false; Nl(b, ind + 1); Str(b, k); b.Append(Compress ? ":" : ": "); }
}
[Cmdlet("ConvertFrom", "Json")]
public class ConvertFromJson : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), AllowEmptyString] public string InputObject { get; set; }
    readonly StringBuilder _s = new();
    protected override void ProcessRecord() => _s.Append(InputObject).Append('\n');
    protected override void EndProcessing()
    {
        try { using var d = JsonDocument.Parse(_s.ToString(), new JsonDocumentOptions { MaxDepth = 1024 }); WriteObject(Conv(d.RootElement), false); }   // like 5.1, an array goes out as one object
        catch (JsonException e) { ThrowTerminatingError(new ErrorRecord(new ArgumentException("Invalid JSON primitive: " + e.Message), "System.ArgumentException,ConvertFrom-Json", ErrorCategory.InvalidArgument, null)); }
    }
    static object Conv(JsonElement e)
    {
        switch (e.ValueKind)
        {
            case JsonValueKind.Object: var o = new PSObject(); foreach (var p in e.EnumerateObject()) o.Properties.Add(new PSNoteProperty(p.Name, Conv(p.Value))); return o;
            case JsonValueKind.Array: return e.EnumerateArray().Select(Conv).ToArray();
            case JsonValueKind.String: return e.GetString();      // a date stays a string, as in 5.1
            case JsonValueKind.Number: if (e.TryGetInt32(out int i)) return i; if (e.TryGetInt64(out long l)) return l; return e.GetRawText().AsSpan().IndexOfAny('e', 'E') >= 0 ? e.GetDouble() : e.TryGetDecimal(out var m) ? m : e.GetDouble();
            case JsonValueKind.True: return true; case JsonValueKind.False: return false; default: return null;
        }
    }
}
static class Csv
{
    public static IEnumerable<string[]> Rows(TextReader r, char d)
    {
        var row = new List<string>(); var b = new StringBuilder(); bool q = false, any = false; int c;
        while ((c = r.Read()) >= 0)
        {
            char ch = (char)c; any = true;
            if (q) { if (ch == '"') { if (r.Peek() == '"') { b.Append('"'); r.Read(); } else q = false; } else b.Append(ch); continue; }
            if (ch == '"' && b.Length == 0) { q = true; continue; }
            if (ch == d) { row.Add(b.ToString()); b.Clear(); continue; }
            if (ch == '\r') continue;
            if (ch == '\n') { row.Add(b.ToString()); b.Clear(); if (row.Count > 1 || row[0].Length > 0) yield return row.ToArray(); row.Clear(); any = false; continue; }
            b.Append(ch);
        }
        if (any) { row.Add(b.ToString()); yield return row.ToArray(); }
    }
    public static IEnumerable<PSObject> Objects(TextReader r, char d, string[] head)
    {
        foreach (var row in Rows(r, d))
        {
            if (head == null) { if (row[0].StartsWith("#TYPE")) continue; head = row; continue; }
            var o = new PSObject(); for (int i = 0; i < head.Length; i++) if (o.Properties[head[i]] == null) o.Properties.Add(new PSNoteProperty(head[i].Length == 0 ? "H" + (i + 1) : head[i], i < row.Length ? row[i] : null));
            yield return o;
        }
    }
}
[Cmdlet("Import", "Csv")]
public class ImportCsv : FileCmdlet
{
    [Parameter(Position = 1)] public char Delimiter { get; set; } = ',';
    [Parameter] public string[] Header { get; set; }
    [Parameter] public object Encoding { get; set; }
    [Parameter] public SwitchParameter UseCulture { get; set; }
    protected override void ProcessRecord() { foreach (var f in Files()) { using var r = new StreamReader(f, Enc.Of(Encoding, new UTF8Encoding(false)), true); foreach (var o in Csv.Objects(r, Delimiter, Header)) WriteObject(o); } }
}
// ---------- files ----------
static class Enc
{
    // the names Windows PowerShell knows, with its meaning: utf8 writes a BOM
    public static Encoding Of(object o, Encoding dflt)
    {
        o = Prop.Base(o);
        if (o is null) return dflt; if (o is Encoding e) return e;
        switch (o.ToString().ToLowerInvariant())
        {
            case "utf8": return new UTF8Encoding(true); case "unicode": case "string": return Encoding.Unicode; case "bigendianunicode": return Encoding.BigEndianUnicode; case "ascii": return Encoding.ASCII; case "utf7": throw new PSNotSupportedException("utf7"); case "utf32": return Encoding.UTF32;
            case "default": case "oem": return Encoding.Latin1; case "byte": return null;
            default: throw new PSArgumentException("Windows PowerShell has no encoding named " + o);
        }
    }
}
public abstract class FileCmdlet : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)] public string[] Path { get; set; }
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("PSPath")] public string[] LiteralPath { get; set; }
    protected IEnumerable<string> Files()
    {
        if (LiteralPath != null) { foreach (var p in LiteralPath) yield return Need(GetUnresolvedProviderPathFromPSPath(p), p); yield break; }
        foreach (var p in Path ?? Array.Empty<string>())
        {
            Collection<string> r = null;
            try { r = GetResolvedProviderPathFromPSPath(p, out _); } catch (ItemNotFoundException e) { WriteError(new ErrorRecord(e.ErrorRecord, null)); }
            foreach (var x in r ?? new Collection<string>()) yield return x;
        }
    }
    string Need(string f, string p) { if (!File.Exists(f) && !Directory.Exists(f)) ThrowTerminatingError(new ErrorRecord(new ItemNotFoundException($"Cannot find path '{f}' because it does not exist."), "PathNotFound", ErrorCategory.ObjectNotFound, p)); return f; }
}
[Cmdlet("Get", "Content")]
public class GetContent : FileCmdlet
{
    [Parameter] public SwitchParameter Raw { get; set; } [Parameter, Alias("First", "Head")] public long TotalCount { get; set; } = -1; [Parameter, Alias("Last")] public int Tail { get; set; } = -1; [Parameter] public object Encoding { get; set; } [Parameter] public long ReadCount { get; set; } = 1; [Parameter] public string Delimiter { get; set; } [Parameter] public SwitchParameter Force { get; set; }
    protected override void ProcessRecord()
    {
        foreach (var f in Files())
        {
            try
            {
                var enc = Enc.Of(Encoding, new UTF8Encoding(false));
                if (enc == null) { foreach (var b in File.ReadAllBytes(f)) WriteObject(b); continue; }
                if (Raw) { using var r = new StreamReader(f, enc, true); WriteObject(r.ReadToEnd()); continue; }
                IEnumerable<string> l = File.ReadLines(f, enc); if (TotalCount >= 0) l = l.Take((int)TotalCount); if (Tail >= 0) l = l.TakeLast(Tail);
                if (ReadCount == 0) WriteObject(l.ToArray(), false); else foreach (var s in l) WriteObject(s);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { WriteError(new ErrorRecord(e, "GetContentReaderUnauthorizedAccessError", ErrorCategory.ReadError, f)); }
        }
    }
}
public abstract class PutContent : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "P")] public string[] Path { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "L"), Alias("PSPath")] public string[] LiteralPath { get; set; }
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true), AllowNull, AllowEmptyCollection] public object[] Value { get; set; }
    [Parameter] public object Encoding { get; set; } [Parameter] public SwitchParameter Force { get; set; } [Parameter] public SwitchParameter NoNewline { get; set; } [Parameter] public SwitchParameter PassThru { get; set; }
    protected abstract bool Appending { get; }
    readonly List<(StreamWriter w, FileStream s)> _w = new(); bool _skip;
    protected override void BeginProcessing() { }
    void Open()
    {
        if (_w.Count > 0 || _skip) return;
        foreach (var p in LiteralPath ?? Path)
        {
            string f = GetUnresolvedProviderPathFromPSPath(p); if (!ShouldProcess(f)) { _skip = true; continue; }
            var e = Enc.Of(Encoding, System.Text.Encoding.Latin1);   // Set-Content's default in Windows PowerShell is the ANSI page
            var s = new FileStream(f, Appending ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
            _w.Add((e == null ? null : new StreamWriter(s, Appending && s.Position > 0 && e is UTF8Encoding ? new UTF8Encoding(false) : e) { NewLine = "\r\n" }, s));
        }
    }
    protected override void ProcessRecord()
    {
        Open();
        foreach (var v in Value ?? Array.Empty<object>()) foreach (var (w, s) in _w)
        { if (w == null) { s.WriteByte((byte)LanguagePrimitives.ConvertTo(v, typeof(byte))); continue; } string t = (string)LanguagePrimitives.ConvertTo(v ?? "", typeof(string), CultureInfo.InvariantCulture); if (NoNewline) w.Write(t); else w.WriteLine(t); if (PassThru) WriteObject(v); }
    }
    protected override void EndProcessing() { foreach (var (w, s) in _w) { w?.Dispose(); s.Dispose(); } _w.Clear(); }
    protected override void StopProcessing() => EndProcessing();
}
[Cmdlet("Set", "Content", SupportsShouldProcess = true)] public class SetContent : PutContent { protected override bool Appending => false; }
[Cmdlet("Add", "Content", SupportsShouldProcess = true)] public class AddContent : PutContent { protected override bool Appending => true; }
[Cmdlet("Out", "File", SupportsShouldProcess = true)]
public class OutFile : InputCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string FilePath { get; set; } [Parameter(Position = 1)] public object Encoding { get; set; } [Parameter] public SwitchParameter Append { get; set; } [Parameter] public SwitchParameter Force { get; set; } [Parameter, Alias("NoOverwrite")] public SwitchParameter NoClobber { get; set; } [Parameter] public int Width { get; set; } [Parameter] public SwitchParameter NoNewline { get; set; }
    readonly List<PSObject> _l = new();
    protected override void ProcessRecord() { if (InputObject != null) _l.Add(InputObject); }
    protected override void EndProcessing() { string f = GetUnresolvedProviderPathFromPSPath(FilePath); if (!ShouldProcess(f)) return; using var w = new StreamWriter(f, Append, Enc.Of(Encoding, System.Text.Encoding.Unicode)); w.Write(Fmt.Text(_l).Replace("\n", "\r\n")); }
}
static class Fmt
{
    public static string Text(List<PSObject> l)
    {
        if (l.All(x => x.BaseObject is string)) return string.Concat(l.Select(x => x.BaseObject + "\n"));
        // SMA formats only towards a host: a second runspace whose host keeps the text
        var keep = TestUI.Capture; var sb = TestUI.Capture = new StringBuilder(); var old = Runspace.DefaultRunspace;
        try
        {
            using var rs = RunspaceFactory.CreateRunspace(new TestHost(false, CultureInfo.CurrentCulture), InitialSessionState.CreateDefault2()); rs.Open();
            using var ps = PowerShell.Create(); ps.Runspace = rs; ps.AddCommand("Out-Default"); ps.Invoke(l);
        }
        finally { TestUI.Capture = keep; Runspace.DefaultRunspace = old; }
        return sb.ToString();
    }
}
[Cmdlet("Out", "String")]
public class OutString : InputCmdlet
{
    [Parameter] public SwitchParameter Stream { get; set; } [Parameter] public int Width { get; set; }
    readonly List<PSObject> _l = new();
    protected override void ProcessRecord() { if (InputObject != null) _l.Add(InputObject); }
    protected override void EndProcessing() { string t = Fmt.Text(_l); if (Stream) { foreach (var s in t.TrimEnd('\n').Split('\n')) WriteObject(s); } else WriteObject(t); }
}
[Cmdlet("Test", "Path")]
public class TestPath : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "P"), AllowEmptyString, AllowNull] public string[] Path { get; set; } [Parameter(ParameterSetName = "L"), Alias("PSPath")] public string[] LiteralPath { get; set; }
    [Parameter, Alias("Type"), ValidateSet("Any", "Container", "Leaf")] public string PathType { get; set; } = "Any"; [Parameter] public SwitchParameter IsValid { get; set; }
    protected override void ProcessRecord()
    {
        foreach (var p in LiteralPath ?? Path ?? Array.Empty<string>())
        {
            if (string.IsNullOrEmpty(p)) { WriteError(new ErrorRecord(new PSArgumentNullException("Path"), "ParameterArgumentValidationErrorEmptyStringNotAllowed", ErrorCategory.InvalidArgument, p)); continue; }
            bool r; try { r = InvokeProvider.Item.Exists(p, false, LiteralPath != null); if (r && PathType != "Any") r = InvokeProvider.Item.IsContainer(p) == (PathType == "Container"); } catch (RuntimeException) { r = false; }
            WriteObject(r);
        }
    }
}
[Cmdlet("Join", "Path")]
public class JoinPath : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter(Mandatory = true, Position = 1), AllowEmptyString] public string ChildPath { get; set; } [Parameter] public SwitchParameter Resolve { get; set; }
    protected override void ProcessRecord() { foreach (var p in Path) { string j = SessionState.Path.Combine(p, ChildPath); if (Resolve) foreach (var r in SessionState.Path.GetResolvedPSPathFromPSPath(j)) WriteObject(r.Path); else WriteObject(j); } }
}
[Cmdlet("Split", "Path", DefaultParameterSetName = "Parent")]
public class SplitPath : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter] public SwitchParameter Parent { get; set; } [Parameter] public SwitchParameter Leaf { get; set; } [Parameter] public SwitchParameter Qualifier { get; set; } [Parameter] public SwitchParameter NoQualifier { get; set; } [Parameter] public SwitchParameter IsAbsolute { get; set; }
    protected override void ProcessRecord() { foreach (var p in Path) { if (Leaf) WriteObject(SessionState.Path.ParseChildName(p)); else if (IsAbsolute) WriteObject(SessionState.Path.IsPSAbsolute(p, out _)); else if (Qualifier) WriteObject(Regex.Match(p, "^[^\\\\/:]+:").Value); else if (NoQualifier) WriteObject(Regex.Replace(p, "^[^\\\\/:]+:", "")); else WriteObject(SessionState.Path.ParseParent(p, null)); } }
}
[Cmdlet("Resolve", "Path")] public class ResolvePath : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter] public SwitchParameter Relative { get; set; } protected override void ProcessRecord() { foreach (var p in Path) try { foreach (var r in SessionState.Path.GetResolvedPSPathFromPSPath(p)) WriteObject(r); } catch (ItemNotFoundException e) { WriteError(new ErrorRecord(e.ErrorRecord, null)); } } }
[Cmdlet("Get", "Item")] public class GetItem : PSCmdlet { [Parameter(Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter(ValueFromPipelineByPropertyName = true), Alias("PSPath")] public string[] LiteralPath { get; set; } [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var p in LiteralPath ?? Path) try { foreach (var o in InvokeProvider.Item.Get(new[] { p }, Force, LiteralPath != null)) WriteObject(o); } catch (ItemNotFoundException e) { WriteError(new ErrorRecord(e.ErrorRecord, null)); } } }
[Cmdlet("Get", "ChildItem")]
public class GetChildItem : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } = { "." }; [Parameter, Alias("PSPath")] public string[] LiteralPath { get; set; } [Parameter(Position = 1)] public string Filter { get; set; } [Parameter] public string[] Include { get; set; } [Parameter] public string[] Exclude { get; set; } [Parameter, Alias("s")] public SwitchParameter Recurse { get; set; } [Parameter] public SwitchParameter File { get; set; } [Parameter] public SwitchParameter Directory { get; set; } [Parameter] public SwitchParameter Force { get; set; } [Parameter] public SwitchParameter Name { get; set; }
    protected override void ProcessRecord()
    {
        foreach (var p in LiteralPath ?? Path)
        {
            Collection<PSObject> c; try { c = InvokeProvider.ChildItem.Get(new[] { p }, Recurse, Force, LiteralPath != null); } catch (ItemNotFoundException e) { WriteError(new ErrorRecord(e.ErrorRecord, null)); continue; }
            bool hit(string[] w, string n) => w.Any(x => new WildcardPattern(x, WildcardOptions.IgnoreCase).IsMatch(n));
            foreach (var o in c)
            {
                string n = o.Properties["PSChildName"]?.Value?.ToString() ?? o.ToString(); bool dir = o.BaseObject is DirectoryInfo;
                if (File && dir || Directory && !dir || Filter != null && !hit(new[] { Filter }, n) || Include != null && !hit(Include, n) || Exclude != null && hit(Exclude, n)) continue;
                WriteObject(Name ? n : o);
            }
        }
    }
}
[Cmdlet("New", "Item", SupportsShouldProcess = true)] public class NewItem : PSCmdlet { [Parameter(Position = 0)] public string[] Path { get; set; } = { "." }; [Parameter] public string Name { get; set; } [Parameter, Alias("Type")] public string ItemType { get; set; } [Parameter] public object Value { get; set; } [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var p in Path) { if (!ShouldProcess(p)) continue; if (ItemType is string t && t.StartsWith("dir", StringComparison.OrdinalIgnoreCase) && Force) { string f = GetUnresolvedProviderPathFromPSPath(Name == null ? p : SessionState.Path.Combine(p, Name)); System.IO.Directory.CreateDirectory(f); WriteObject(PSObject.AsPSObject(new DirectoryInfo(f))); continue; } foreach (var o in InvokeProvider.Item.New(new[] { p }, Name, ItemType, Value, Force)) WriteObject(o); } } }
[Cmdlet("Remove", "Item", SupportsShouldProcess = true)] public class RemoveItem : PSCmdlet { [Parameter(Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter(ValueFromPipelineByPropertyName = true), Alias("PSPath")] public string[] LiteralPath { get; set; } [Parameter] public SwitchParameter Recurse { get; set; } [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var p in LiteralPath ?? Path) if (ShouldProcess(p)) try { InvokeProvider.Item.Remove(new[] { p }, Recurse, Force, LiteralPath != null); } catch (ItemNotFoundException e) { WriteError(new ErrorRecord(e.ErrorRecord, null)); } } }
[Cmdlet("Copy", "Item", SupportsShouldProcess = true)] public class CopyItem : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter(Position = 1)] public string Destination { get; set; } = "."; [Parameter] public SwitchParameter Recurse { get; set; } [Parameter] public SwitchParameter Force { get; set; } [Parameter] public SwitchParameter PassThru { get; set; } protected override void ProcessRecord() { foreach (var p in Path) if (ShouldProcess(p)) { var c = InvokeProvider.Item.Copy(new[] { p }, Destination, Recurse, CopyContainers.CopyTargetContainer, Force, false); if (PassThru) WriteObject(c, true); } } }
[Cmdlet("Move", "Item", SupportsShouldProcess = true)] public class MoveItem : PSCmdlet { [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)] public string[] Path { get; set; } [Parameter(Position = 1)] public string Destination { get; set; } = "."; [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var p in Path) if (ShouldProcess(p)) InvokeProvider.Item.Move(new[] { p }, Destination, Force, false); } }
[Cmdlet("Set", "Location")] public class SetLocation : PSCmdlet { [Parameter(Position = 0, ValueFromPipeline = true), Alias("LiteralPath")] public string Path { get; set; } = "~"; protected override void ProcessRecord() => SessionState.Path.SetLocation(Path); }
[Cmdlet("Get", "Location")] public class GetLocation : PSCmdlet { protected override void ProcessRecord() => WriteObject(SessionState.Path.CurrentLocation); }
[Cmdlet("Push", "Location")] public class PushLocation : PSCmdlet { [Parameter(Position = 0)] public string Path { get; set; } protected override void ProcessRecord() { SessionState.Path.PushCurrentLocation(""); if (Path != null) SessionState.Path.SetLocation(Path); } }
[Cmdlet("Pop", "Location")] public class PopLocation : PSCmdlet { protected override void ProcessRecord() => SessionState.Path.PopLocation(""); }
// ---------- the rest ----------
[Cmdlet("Get", "Date")]
public class GetDate : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)] public DateTime Date { get; set; } [Parameter] public string Format { get; set; } [Parameter] public string UFormat { get; set; } [Parameter] public int Year { get; set; } [Parameter] public int Month { get; set; } [Parameter] public int Day { get; set; } [Parameter] public int Hour { get; set; } [Parameter] public int Minute { get; set; } [Parameter] public int Second { get; set; }
    protected override void ProcessRecord()
    {
        bool has(string n) => MyInvocation.BoundParameters.ContainsKey(n);
        // a test can stop the clock
        DateTime d = has("Date") ? Date : Environment.GetEnvironmentVariable("PSHOST_NOW") is string s ? DateTime.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : DateTime.Now;
        if (has("Year")) d = d.AddYears(Year - d.Year); if (has("Month")) d = d.AddMonths(Month - d.Month); if (has("Day")) d = d.AddDays(Day - d.Day); if (has("Hour")) d = d.AddHours(Hour - d.Hour); if (has("Minute")) d = d.AddMinutes(Minute - d.Minute); if (has("Second")) d = d.AddSeconds(Second - d.Second);
        if (UFormat != null) WriteObject(Regex.Replace(UFormat, "%(.)", m => m.Groups[1].Value switch { "Y" => d.ToString("yyyy"), "m" => d.ToString("MM"), "d" => d.ToString("dd"), "H" => d.ToString("HH"), "M" => d.ToString("mm"), "S" => d.ToString("ss"), "s" => new DateTimeOffset(d).ToUnixTimeSeconds().ToString(), _ => m.Value }));
        else if (Format != null) WriteObject(d.ToString(Format switch { "FileDate" => "yyyyMMdd", "FileDateTime" => "yyyyMMddTHHmmssffff", _ => Format }, CultureInfo.InvariantCulture)); else WriteObject(d);
    }
}
[Cmdlet("New", "TimeSpan")] public class NewTimeSpan : PSCmdlet { [Parameter(Position = 0)] public DateTime Start { get; set; } [Parameter(Position = 1)] public DateTime End { get; set; } [Parameter] public int Days { get; set; } [Parameter] public int Hours { get; set; } [Parameter] public int Minutes { get; set; } [Parameter] public int Seconds { get; set; } protected override void ProcessRecord() { bool has(string n) => MyInvocation.BoundParameters.ContainsKey(n); WriteObject(has("Start") || has("End") ? (has("End") ? End : DateTime.Now) - (has("Start") ? Start : DateTime.Now) : new TimeSpan(Days, Hours, Minutes, Seconds)); } }
[Cmdlet("Start", "Sleep")] public class StartSleep : PSCmdlet { [Parameter(Position = 0)] public double Seconds { get; set; } [Parameter, Alias("m")] public int Milliseconds { get; set; } protected override void ProcessRecord() { if (Environment.GetEnvironmentVariable("PSHOST_NOSLEEP") == null) Thread.Sleep((int)(Seconds * 1000) + Milliseconds); } }
public abstract class VarCmdlet : PSCmdlet { [Parameter] public string Scope { get; set; } protected string N(string n) => Scope == null || int.TryParse(Scope, out _) ? n : Scope + ":" + n; }
[Cmdlet("Get", "Variable")] public class GetVariable : VarCmdlet { [Parameter(Position = 0, ValueFromPipeline = true)] public string[] Name { get; set; } [Parameter] public SwitchParameter ValueOnly { get; set; } protected override void ProcessRecord() { foreach (var n in Name ?? Array.Empty<string>()) { var v = SessionState.PSVariable.Get(N(n)); if (v == null) { WriteError(new ErrorRecord(new ItemNotFoundException($"Cannot find a variable with the name '{n}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, n)); continue; } if (ValueOnly) WriteObject(v.Value); else WriteObject(v); } } }
[Cmdlet("Set", "Variable", SupportsShouldProcess = true)] public class SetVariable : VarCmdlet { [Parameter(Mandatory = true, Position = 0)] public string[] Name { get; set; } [Parameter(Position = 1, ValueFromPipeline = true)] public object Value { get; set; } [Parameter] public ScopedItemOptions Option { get; set; } [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var n in Name) if (!ShouldProcess(n)) continue; else if (Scope == null && Option == ScopedItemOptions.None) SessionState.PSVariable.Set(n, Value); else if (Option == ScopedItemOptions.None) SessionState.PSVariable.Set(N(n), Value); else SessionState.PSVariable.Set(new PSVariable(n, Value, Option)); } }
[Cmdlet("New", "Variable", SupportsShouldProcess = true)] public class NewVariable : SetVariable { }
[Cmdlet("Remove", "Variable", SupportsShouldProcess = true)] public class RemoveVariable : VarCmdlet { [Parameter(Mandatory = true, Position = 0)] public string[] Name { get; set; } [Parameter] public SwitchParameter Force { get; set; } protected override void ProcessRecord() { foreach (var n in Name) SessionState.PSVariable.Remove(N(n)); } }
[Cmdlet("Read", "Host")] public class ReadHost : PSCmdlet { [Parameter(Position = 0, ValueFromRemainingArguments = true)] public object Prompt { get; set; } [Parameter] public SwitchParameter AsSecureString { get; set; } protected override void ProcessRecord() { if (Prompt != null) Host.UI.Write(LanguagePrimitives.ConvertTo(Prompt, typeof(string)) + ": "); if (AsSecureString) WriteObject(Host.UI.ReadLineAsSecureString()); else WriteObject(Host.UI.ReadLine()); } }
[Cmdlet("Add", "Type")] public class AddType : PSCmdlet { [Parameter(Position = 0)] public string TypeDefinition { get; set; } [Parameter, Alias("AN")] public string[] AssemblyName { get; set; } [Parameter] public string[] Path { get; set; } protected override void ProcessRecord() { if (TypeDefinition != null) ThrowTerminatingError(new ErrorRecord(new PSNotSupportedException("Add-Type with source code is not offered by this host"), "NoCompiler", ErrorCategory.NotImplemented, null)); foreach (var a in AssemblyName ?? Array.Empty<string>()) try { System.Reflection.Assembly.Load(a); } catch (IOException e) { WriteError(new ErrorRecord(e, "AssemblyNotFound", ErrorCategory.ObjectNotFound, a)); } foreach (var p in Path ?? Array.Empty<string>()) System.Reflection.Assembly.LoadFrom(GetUnresolvedProviderPathFromPSPath(p)); } }
[Cmdlet("Start", "Transcript", SupportsShouldProcess = true)] public class StartTranscript : PSCmdlet { [Parameter(Position = 0)] public string Path { get; set; } [Parameter] public SwitchParameter Append { get; set; } [Parameter] public SwitchParameter Force { get; set; } [Parameter] public SwitchParameter NoClobber { get; set; } protected override void ProcessRecord() { if (!ShouldProcess(Path)) return; if (TestUI.Transcript != null) ThrowTerminatingError(new ErrorRecord(new InvalidOperationException("Transcription has already been started."), "AlreadyTranscribing", ErrorCategory.InvalidOperation, null)); string f = GetUnresolvedProviderPathFromPSPath(Path ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "transcript.txt")); TestUI.Transcript = new StreamWriter(f, Append, new UTF8Encoding(true)) { AutoFlush = true }; TestUI.Transcript.WriteLine("**********************"); var o = PSObject.AsPSObject("Transcript started, output file is " + f); o.Properties.Add(new PSNoteProperty("Path", f)); WriteObject(o); } }
[Cmdlet("Stop", "Transcript")] public class StopTranscript : PSCmdlet { protected override void ProcessRecord() { if (TestUI.Transcript == null) ThrowTerminatingError(new ErrorRecord(new InvalidOperationException("An error occurred stopping transcription: The host is not currently transcribing."), "NotTranscribing", ErrorCategory.InvalidOperation, null)); TestUI.Transcript.WriteLine("**********************"); TestUI.Transcript.Dispose(); TestUI.Transcript = null; WriteObject("Transcript stopped"); } }

public class WriteErrorException : SystemException { public WriteErrorException(string m) : base(m) { } }
[Cmdlet("Get", "Host")] public class GetHost : PSCmdlet { protected override void ProcessRecord() => WriteObject(Host); }
[Cmdlet("Get", "Culture")] public class GetCulture : PSCmdlet { protected override void ProcessRecord() => WriteObject(Host.CurrentCulture); }