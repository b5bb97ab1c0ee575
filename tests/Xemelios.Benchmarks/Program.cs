using System.Globalization;
using Xemelios.Benchmarks;

// dotnet run -c Release --project tests/Xemelios.Benchmarks -- DOSSIER [BULLETINS] [FOIS]
if (args.Length == 0)
{
    Console.Error.WriteLine("Usage : DOSSIER_DE_TRAVAIL [BULLETINS=60603] [FOIS=3]");
    return 25;
}

var bulletins = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60_603;
var essai = new ImportDUnGrosFichier(args[0], bulletins, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3);
var mesures = essai.Mesurer();
var repere = mesures.First(m => m.Nom.StartsWith("XmlReader", StringComparison.Ordinal)).Minimum;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bulletins} bulletins, {essai.Octets / 1e6:0} Mo, {Environment.ProcessorCount} cœurs, mémoire maximale {ImportDUnGrosFichier.MemoireMaximaleMiB()} Mio"));
Console.WriteLine();
Console.WriteLine("| mesure | minimum (s) | médiane (s) | Mo/s | × parcours XmlReader |");
Console.WriteLine("| --- | --: | --: | --: | --: |");
foreach (var m in mesures)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {m.Nom} | {m.Minimum:0.00} | {m.Mediane:0.00} | {essai.Octets / 1e6 / m.Minimum:0} | {m.Minimum / repere:0.00} |"));
return 0;
