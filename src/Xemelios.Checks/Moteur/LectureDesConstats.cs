using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Moteur;

/// <summary>Reads the findings of a rule, row after row: its columns are looked up by name once.</summary>
internal sealed class LectureDesConstats(RegleDePaye regle, DbDataReader lecteur)
{
    private readonly PhraseDeRegle _phrase = new(regle.Fiche.Dit);
    private readonly Dictionary<string, int> _rangs = Enumerable.Range(0, lecteur.FieldCount).ToDictionary(lecteur.GetName, StringComparer.Ordinal);

    public IEnumerable<ConstatDePaye> Lire()
    {
        while (lecteur.Read())
            yield return Un();
    }

    private ConstatDePaye Un()
    {
        var (siret, budget, train, empreinte, matricule) = (Texte("siret")!, Texte("budget"), Texte("train"), Texte("empreinte")!, Texte("matricule"));
        var mois = MoisDePaye.FromCle(Entier("periode")!.Value);
        var ordre = Entier("ordre");
        // Without a matricule only the place in the file tells one bulletin from another.
        var cle = string.Join('|', regle.Code, siret, budget, train, mois, matricule ?? string.Create(CultureInfo.InvariantCulture, $"#{empreinte}/{ordre}"), Valeur("cle"));
        return new ConstatDePaye(
            regle.Code, regle.Fiche.Gravite, siret, Nul(budget), Nul(train), mois, matricule, Valeur("montant") is decimal montant ? Montant.FromDecimal(montant) : null,
            _phrase.Ecrire(Valeur), [new PreuveDePaye(empreinte, ordre, Valeur("octet") is { } octet ? Convert.ToInt64(octet, CultureInfo.InvariantCulture) : null, Lignes())], cle);
    }

    private int[] Lignes() => Valeur("lignes") is IEnumerable<long?> rangs ? [.. rangs.OfType<long>().Order().Select(r => checked((int)r))] : [];

    private string? Texte(string nom) => Valeur(nom) as string;

    private int? Entier(string nom) => Valeur(nom) is { } valeur ? Convert.ToInt32(valeur, CultureInfo.InvariantCulture) : null;

    private object? Valeur(string nom) => _rangs.TryGetValue(nom, out var rang) && lecteur.GetValue(rang) is var valeur and not DBNull ? valeur : null;

    private static string? Nul(string? texte) => texte is { Length: > 0 } ? texte : null;
}
