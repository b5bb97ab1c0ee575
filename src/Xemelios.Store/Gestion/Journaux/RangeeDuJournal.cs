using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>A row of the journal, byte for byte as it is in the base.</summary>
/// <param name="Champs">In the order of <see cref="TablesDuJournal.Champs"/>, in UTF-8.</param>
internal sealed record RangeeDuJournal(long Rang, byte[]?[] Champs, byte[] Precedente, byte[] Empreinte)
{
    private const byte Sorte = 1;

    /// <summary>Reads <c>rang</c>, the fields, <c>precedente</c> and <c>empreinte</c>.</summary>
    /// <remarks>As bytes: what stands behind a null character is invisible in a text.</remarks>
    public static readonly string Selection =
        $"SELECT rang, {string.Join(", ", TablesDuJournal.Champs.Select(c => $"CAST({c} AS BLOB)"))}, precedente, empreinte FROM journal";

    public static RangeeDuJournal Lire(SqliteDataReader lecteur)
    {
        var champs = new byte[]?[TablesDuJournal.Champs.Length];
        for (var i = 0; i < champs.Length; i++)
            champs[i] = lecteur.IsDBNull(i + 1) ? null : lecteur.GetFieldValue<byte[]>(i + 1);
        return new RangeeDuJournal(
            lecteur.GetInt64(0), champs, lecteur.GetFieldValue<byte[]>(champs.Length + 1), lecteur.GetFieldValue<byte[]>(champs.Length + 2));
    }

    /// <summary>A new row, sealed.</summary>
    public static RangeeDuJournal Nouvelle(long rang, byte[] precedente, Acte acte, DateTimeOffset le)
    {
        byte[]?[] champs =
        [
            Champ(EnTexte(le)), Champ(acte.Nature.ToString()), Champ(acte.Utilisateur), Champ(acte.Depuis), Champ(acte.Objet), Champ(acte.Poste),
            Champ(acte.Siret), Champ(acte.Matricule), Champ(acte.Cles), Champ(acte.Motif), Champ(acte.Avant), Champ(acte.Apres),
        ];
        return new RangeeDuJournal(rang, champs, precedente, Sceau.Calculer(Sorte, rang, precedente, champs));
    }

    /// <summary>The seal of this row if its rank were another.</summary>
    public bool EstScelleeAuRang(long rang) => Sceau.Calculer(Sorte, rang, Precedente, Champs).AsSpan().SequenceEqual(Empreinte);

    /// <summary>Day of the entry (UTC), as text.</summary>
    public string Jour => Encoding.UTF8.GetString(Champs[0] ?? []) is { Length: >= 10 } le ? le[..10] : "";

    /// <summary>It is the entry by which this boundary was set.</summary>
    public bool EstLaPurge(BorneDuJournal borne) => Texte("nature") == nameof(NatureDActe.PurgeDuJournal) && Texte("cles") == borne.EnCles
        && DateTimeOffset.TryParse(Texte("le"), CultureInfo.InvariantCulture, out var le) && DateTimeOffset.TryParse(borne.Dernier, CultureInfo.InvariantCulture, out var dernier)
        && dernier <= le.AddYears(-Journal.AnneesParDefaut);

    public string? Texte(string champ) => Champs[Array.IndexOf(TablesDuJournal.Champs, champ)] is { } octets ? Encoding.UTF8.GetString(octets) : null;

    public static string EnTexte(DateTimeOffset le) => le.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    // A null character would hide what follows it from whoever reads the base with a tool.
    private static byte[]? Champ(string? texte) => Sceau.Octets(texte?.Replace('\0', '\uFFFD'));
}
