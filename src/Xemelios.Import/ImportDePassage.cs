using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>
/// Imports an employer's table de passage: a CSV (semicolon or comma, UTF-8 or windows-1252) whose header names the columns
/// <c>siret</c>, <c>categorie</c>, <c>code</c>, <c>statut</c>, <c>nature_salariale</c>, <c>nature_patronale</c>, <c>debut</c>, <c>fin</c>
/// (AAAA-MM). Only categorie, code and one nature are needed. The last table loaded for an employer is the one in force.
/// </summary>
internal sealed class ImportDePassage(ContexteDImport contexte)
{
    private readonly CollecteDAnomalies _anomalies = new();

    public int Importer(Arrivage arrivage, Lieu lieu)
    {
        var lignes = Lire(arrivage);
        if (lignes.Count == 0)
            throw new FichierRefuseException(CatalogueDesAnomalies.PassageIllisible.En(Provenance.Inconnue, "Aucune ligne de la table de passage n'est lisible : elle est refusée."));
        var contenu = contexte.Session.NouvelleCle();
        var anomalies = _anomalies.Conclure();
        using var transaction = contexte.Session.Commencer();
        transaction.Contenus.Contenu(contenu, arrivage.Empreinte, TypesDeFichier.Passage, arrivage.Octets);
        transaction.Contenus.Livraison(ContexteDImport.Livraison(arrivage, contenu, lieu));
        transaction.Contenus.Passage(contenu, lignes);
        transaction.Contenus.Anomalies(contenu, anomalies);
        transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            arrivage.Chemin, TypesDeFichier.Passage, Etats.Importe, arrivage.Empreinte.Hexadecimal, arrivage.Octets, 0, lignes.Count, 0, 0, anomalies));
        return contenu;
    }

    private List<LigneDePassage> Lire(Arrivage arrivage)
    {
        using var texte = DecodageXml.Ouvrir(arrivage.Ouvrir());
        var entete = Couper(texte.Texte.ReadLine() ?? "");
        var colonnes = entete.Select((nom, rang) => (nom.Trim().ToLowerInvariant(), rang)).ToLookup(c => c.Item1, c => c.rang);
        var lues = new List<LigneDePassage>();
        var numero = 1;
        while (texte.Texte.ReadLine() is { } brute)
        {
            numero++;
            if (string.IsNullOrWhiteSpace(brute))
                continue;
            var cellules = Couper(brute);
            string? Cellule(string nom) => colonnes[nom].FirstOrDefault(-1) is var rang and >= 0 && rang < cellules.Length &&
                cellules[rang].Trim() is { Length: > 0 } valeur ? valeur : null;
            Ajouter(lues, Comprendre(Cellule), numero);
        }

        return lues;
    }

    private static string[] Couper(string ligne) =>
        [.. ligne.Split(ligne.Contains(';', StringComparison.Ordinal) ? ';' : ',').Select(c => c.Trim().Trim('"'))];

    private static LigneDePassage? Comprendre(Func<string, string?> cellule)
    {
        var debut = Mois(cellule("debut"), 0);
        var fin = Mois(cellule("fin"), 999_912);
        if (!Enum.TryParse<CategorieDeLigne>(cellule("categorie"), ignoreCase: true, out var categorie) || cellule("code") is not { } code ||
            (cellule("nature_salariale") ?? cellule("nature_patronale")) is null || debut is null || fin is null)
            return null;
        return new LigneDePassage(
            cellule("siret") ?? "", categorie, code, cellule("statut"), cellule("nature_salariale"), cellule("nature_patronale"), debut.Value, fin.Value);
    }

    private static int? Mois(string? texte, int defaut) =>
        texte is null ? defaut
        : DateOnly.TryParseExact(texte, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.Year * 100 + date.Month
        : null;

    /// <summary>Two rows that would answer the same pay line would count it twice: the second is refused.</summary>
    private void Ajouter(List<LigneDePassage> lues, LigneDePassage? ligne, int numero)
    {
        var place = new Provenance(null, numero);
        if (ligne is null)
            _anomalies.Ajouter(CatalogueDesAnomalies.PassageIllisible.En(place));
        else if (lues.Any(l => l.Chevauche(ligne)))
            _anomalies.Ajouter(CatalogueDesAnomalies.PassageIllisible.En(place, "Une ligne de la table de passage recouvre les dates d'une autre pour la même rubrique : elle est ignorée."));
        else
            lues.Add(ligne);
    }
}
