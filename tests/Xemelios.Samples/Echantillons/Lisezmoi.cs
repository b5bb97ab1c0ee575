using System.Globalization;
using System.Text;

namespace Xemelios.Samples;

/// <summary>The French page that says what <c>data-samples</c> holds; its figures are the generator's.</summary>
internal static class Lisezmoi
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Texte(IReadOnlyList<Attendu> etats)
    {
        var mars = etats[1];
        var texte = new StringBuilder();
        texte.Append("# Jeu d'essai\n\nTout est fictif : noms, adresses, NIR (département 99), SIRET (clés justes, communes inexistantes), montants.\n");
        texte.Append("Ces fichiers sont écrits par `dotnet run --project tests/Xemelios.Samples -- data-samples data-samples` ; `-- verifier data-samples` les compare à ce que le générateur écrit.\n\n");
        texte.Append("| dossier | ce qu'il contient |\n| --- | --- |\n");
        texte.Append("| `commune/2026-02` | Commune de Saint-Exemple, février : un PES avec les mandats et l'XHL qu'ils nomment ; tout concorde |\n");
        texte.Append("| `commune/2026-03` | mars : trois volumes XHL (répartition dans le premier seulement), mandats, PJ dans un PES et dans une archive |\n");
        texte.Append("| `commune/2026-03-elus` | mars : train ELUS, indemnités de fonction (65311), XHL et mandats dans un PES |\n");
        texte.Append("| `hopital/2026-03` | Centre hospitalier, comptes M21, répartition signée sur deux volumes, mandats, PJ et acquit |\n");
        texte.Append("| `cas/<code>` | un petit cas par dialecte ou défaut, avec `attendu.json` (à importer chacun dans un dossier neuf : ils partagent leurs SIRET) |\n");
        texte.Append("| `cas/regle-<code>` | les cas d'un contrôle de liquidation : `attendu.json` dit qui il doit relever, et qui lui ressemble et passe (un employeur par règle) |\n");
        texte.Append("| `attendu.json` | les chiffres des quatre états ci-dessous, par nature |\n\n");
        texte.Append("| état | volumes | bulletins | lignes | brut | net à payer | cotisations patronales | répartition | rapprochement |\n");
        texte.Append("| --- | --: | --: | --: | --: | --: | --: | --- | --- |\n");
        foreach (var e in etats)
            texte.Append(CultureInfo.InvariantCulture, $"| {e.Siret} {e.MoisIso} {e.Train} | {e.Volumes} | {e.Bulletins} | {e.Lignes} | {Euros(e.Brut)} | {Euros(e.NetAPayer)} | {Euros(e.CotisationsPatronales)} | {AttenduJson.Mode(e.Mode)} | {AttenduJson.Statut(e.Rapprochement)} |\n");
        texte.Append("\n## Ce qu'il y a à trouver dans la paye de mars de la commune\n\n");
        foreach (var (nature, ecart) in mars.Ecarts)
            texte.Append(CultureInfo.InvariantCulture, $"- La nature {nature} est mandatée {Euros(mars.Mandate![nature])} pour {Euros(mars.Recalcule[nature])} de paye : écart de {Euros(ecart)}.\n");
        texte.Append(CultureInfo.InvariantCulture, $"- {mars.References.Count()} pièces référencées, {mars.Presentes.Count()} présentes (8 dans le PES, les autres dans l'archive), {mars.Manquantes.Count()} manquantes : {string.Join(", ", mars.Manquantes)}.\n");
        texte.Append(CultureInfo.InvariantCulture, $"- Une pièce orpheline dans l'archive : {mars.Pieces.Single(p => p.Sort == SortDePiece.Orpheline).NomFichier}.\n");
        texte.Append(CultureInfo.InvariantCulture, $"- {mars.HeuresSup.Values.Sum().ToString("0.00", Francais)} heures supplémentaires pour {mars.HeuresSup.Count} agents.\n");
        texte.Append("- Entre février et mars : sortants 000017 et 000142, entrants 000301 et 000302, avancements d'échelon.\n");
        return texte.ToString();
    }

    // A plain space between thousands: the page is read as raw text too.
    private static string Euros(long centimes) =>
        Centimes.Euros(centimes).ToString("N2", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',') + " €";
}
