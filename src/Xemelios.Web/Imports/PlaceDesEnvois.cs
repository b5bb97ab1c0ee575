using Microsoft.AspNetCore.Http;
using Xemelios.Web.Components;

namespace Xemelios.Web.Imports;

/// <summary>How much a browser may send: so much for one file, and never what the disk needs for the rest.</summary>
public sealed class PlaceDesEnvois(XemeliosWebOptions options)
{
    /// <summary>Of one file, in bytes.</summary>
    public long Maximum => options.EnvoiMaximal;

    /// <summary>Of one piece of a file, in bytes: so little that a cut loses little, and that no proxy finds it long.</summary>
    public const long PlusGrandMorceau = 32L << 20;

    /// <summary>413 with its sentence.</summary>
    public IResult TropGrand => Refuser(StatusCodes.Status413PayloadTooLarge,
        $"Ce fichier dépasse {FormatFrancais.Entier(Maximum >> 20)} Mio, la taille permise d'un envoi : il n'a pas été reçu. Déposez-le dans le dossier de dépôt du serveur, ou demandez à l'administrateur d'augmenter la limite (servir --envoi-max).");

    /// <summary>507 with its sentence.</summary>
    public static IResult DisquePlein => Refuser(StatusCodes.Status507InsufficientStorage,
        "Le disque du serveur n'a plus assez de place pour ce fichier : il n'a pas été reçu, et rien de ce qui était là n'est perdu. Prévenez l'administrateur.");

    /// <summary>Why a file that announces its length is not received; null when it may come.</summary>
    public IResult? Refuser(long? octets) => octets > Maximum ? TropGrand : Reste(octets ?? 0) ? null : DisquePlein;

    /// <summary>The disk keeps its reserve with so many bytes more.</summary>
    public bool Reste(long octets) => new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace - octets >= options.ReserveDuDisque;

    private static IResult Refuser(int code, string phrase) => Results.Text(phrase, "text/plain; charset=utf-8", statusCode: code);
}
